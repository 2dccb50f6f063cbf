"""Conversations of before get their clock, and replies that hold are read, by the worker."""

from django.db import migrations
from procrastinate.contrib.django import app


def hand_to_the_worker(apps, schema_editor):
    """As in 0006; a desk without mail has no clock to wind."""
    if apps.get_model("correspondence", "Message").objects.using(schema_editor.connection.alias).exists():
        app.configure_task("jembatan.correspondence.jobs.catch_up_with_old_mail").defer()


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0019_answering_clock")]

    operations = [migrations.RunPython(hand_to_the_worker, migrations.RunPython.noop)]
