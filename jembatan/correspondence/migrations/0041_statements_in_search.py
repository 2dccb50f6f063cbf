"""Statements are found by the search of the house: an index of their words under both stemmers."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0040_what_is_due_first")]

    operations = [
        migrations.AddIndex(
            model_name="statement",
            index=GinIndex(
                SearchVector("title", "body", "remark", config="jembatan_id")
                + SearchVector("title", "body", "remark", config="jembatan_en"),
                name="statement_words",
            ),
        ),
    ]
