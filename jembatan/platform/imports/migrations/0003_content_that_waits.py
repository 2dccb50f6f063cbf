import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("imports", "0002_batches_that_arrive"),
    ]

    operations = [
        migrations.AddField(
            model_name="quarantineditem",
            name="desk",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.DESK_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="quarantineditem",
            name="digest",
            field=models.BinaryField(max_length=32, null=True),
        ),
        migrations.AlterField(
            model_name="quarantineditem",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "waiting"),
                    ("filed", "filed after a retry"),
                    ("dismissed", "dismissed"),
                    ("repeated", "waiting already"),
                    ("taken_back", "taken back with its import"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
    ]
