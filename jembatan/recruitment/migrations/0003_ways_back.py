import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0002_what_is_done_with_them"),
        ("recruitment", "0002_what_they_say_of_themselves"),
    ]

    operations = [
        migrations.AddField(
            model_name="application",
            name="withdrawn_from",
            field=models.CharField(
                blank=True,
                choices=[
                    ("new", "new"),
                    ("shortlisted", "shortlisted"),
                    ("waiting", "on the waiting list"),
                    ("accepted", "accepted"),
                    ("declined", "declined"),
                    ("withdrawn", "withdrawn"),
                ],
                default="",
                max_length=11,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="application",
            name="gave_up",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="call",
            name="own_country_welcome",
            field=models.ManyToManyField(blank=True, related_name="+", to="programmes.delegation"),
        ),
        migrations.AlterField(
            model_name="application",
            name="post",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="programmes.post",
            ),
        ),
    ]
