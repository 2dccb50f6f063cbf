"""What is searched and shown at every step is stored as it is.

Compressing texts and their words took a third of the server's time in an import, and expanding them a part of every search
and every snippet. HTML, which is large, repetitive and seldom read, stays compressed.
"""

from django.db import migrations

TABLE = "correspondence_message"


def storage(column: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"ALTER TABLE {TABLE} ALTER COLUMN {column} SET STORAGE EXTERNAL",
        f"ALTER TABLE {TABLE} ALTER COLUMN {column} SET STORAGE EXTENDED",
    )


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0002_settling_answers_and_history")]

    operations = [storage("search"), storage("text")]
