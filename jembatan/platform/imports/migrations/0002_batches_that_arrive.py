from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("imports", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="batch",
            name="arriving",
            field=models.BooleanField(
                default=False, help_text="fed by a server throughout a day, not run by a person"
            ),
        ),
        migrations.AlterField(
            model_name="quarantineditem",
            name="position",
            field=models.PositiveBigIntegerField(default=0),
        ),
    ]
