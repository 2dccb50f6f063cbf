"""Meetings of before their lines followed them into dossiers, and their guests our addresses, are gone through by the worker."""

from django.db import migrations
from procrastinate.contrib.django import app


def hand_to_the_worker(apps, schema_editor):
    """A desk without meetings has nothing to catch up with."""
    if apps.get_model("meetings", "Meeting").objects.using(schema_editor.connection.alias).exists():
        app.configure_task("jembatan.meetings.jobs.catch_up_with_old_meetings").defer()


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0002_history"),
        ("journal", "0002_placement_of_sources"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [migrations.RunPython(hand_to_the_worker, migrations.RunPython.noop)]
