"""Mail of before that pretends to be ours is found by the worker."""

from django.db import migrations
from procrastinate.contrib.django import app


def hand_to_the_worker(apps, schema_editor):
    """As in 0006; a desk without mail has nothing to doubt."""
    if apps.get_model("correspondence", "Message").objects.using(schema_editor.connection.alias).exists():
        app.configure_task("jembatan.correspondence.jobs.catch_up_with_old_mail").defer()


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0033_mail_that_pretends")]

    operations = [migrations.RunPython(hand_to_the_worker, migrations.RunPython.noop)]
