from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0039_calendars_of_drafts")]

    operations = [
        migrations.RemoveIndex(model_name="thread", name="thread_due"),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                fields=["desk", "turn", "due_at", "id"],
                name="thread_due_first",
                condition=models.Q(done_at__isnull=True),
            ),
        ),
    ]
