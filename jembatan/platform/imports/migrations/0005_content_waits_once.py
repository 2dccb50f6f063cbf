import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("imports", "0004_what_waits_already")]

    operations = [
        migrations.AlterField(
            model_name="quarantineditem",
            name="desk",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.DESK_MODEL
            ),
        ),
        migrations.AlterField(
            model_name="quarantineditem",
            name="digest",
            field=models.BinaryField(max_length=32),
        ),
        migrations.AddIndex(
            model_name="quarantineditem",
            index=models.Index(fields=["desk", "digest"], name="quarantine_by_content"),
        ),
        migrations.AddConstraint(
            model_name="quarantineditem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")),
                fields=("desk", "digest", "kind"),
                name="quarantine_waits_once",
            ),
        ),
    ]
