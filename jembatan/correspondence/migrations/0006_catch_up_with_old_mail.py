"""Mail filed before answers could settle a matter, and before its lines followed it into dossiers, is read again by the worker."""

from django.db import migrations
from procrastinate.contrib.django import app


def hand_to_the_worker(apps, schema_editor):
    """A million messages are too many to wait for; a desk without mail has nothing to catch up with."""
    if apps.get_model("correspondence", "Message").objects.using(schema_editor.connection.alias).exists():
        app.configure_task("jembatan.correspondence.jobs.catch_up_with_old_mail").defer()


class Migration(migrations.Migration):
    dependencies = [
        ("correspondence", "0005_names_of_fields_for_the_audit"),
        ("journal", "0002_placement_of_sources"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [migrations.RunPython(hand_to_the_worker, migrations.RunPython.noop)]
