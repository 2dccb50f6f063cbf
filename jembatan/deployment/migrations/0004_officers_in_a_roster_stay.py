"""Whoever stands in a roster is not deleted without it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("deployment", "0003_bounds"),
        ("programmes", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="assignment",
            name="officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="assignments",
                to="programmes.officer",
            ),
        ),
    ]
