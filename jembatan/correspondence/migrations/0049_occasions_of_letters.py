from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("correspondence", "0048_reminders_of_promises"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="occasion",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=32),
        ),
    ]
