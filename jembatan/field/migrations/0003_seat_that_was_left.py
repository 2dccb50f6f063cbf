from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("field", "0002_push_claims_alarms"),
    ]

    operations = [
        migrations.AlterField(
            model_name="changeseen",
            name="kind",
            field=models.CharField(
                choices=[
                    ("duty", "duty"),
                    ("movement", "movement"),
                    ("item", "item of an itinerary"),
                    ("seat", "seat that was left"),
                ],
                max_length=8,
            ),
        ),
    ]
