"""Extensions and text search configurations: accents folded, Indonesian and English stems, and plain words."""

from django.contrib.postgres.operations import (
    BtreeGinExtension,
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations

WORDS = "asciiword, asciihword, hword_asciipart, word, hword, hword_part"


def configuration(name: str, *, base: str, stemmer: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TEXT SEARCH CONFIGURATION {name} (COPY = {base});"
        f"ALTER TEXT SEARCH CONFIGURATION {name} ALTER MAPPING FOR {WORDS} WITH unaccent, {stemmer};",
        f"DROP TEXT SEARCH CONFIGURATION {name};",
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGinExtension(),
        BtreeGistExtension(),
        configuration("jembatan_id", base="pg_catalog.indonesian", stemmer="indonesian_stem"),
        configuration("jembatan_en", base="pg_catalog.english", stemmer="english_stem"),
        configuration("jembatan_words", base="pg_catalog.simple", stemmer="simple"),
    ]
