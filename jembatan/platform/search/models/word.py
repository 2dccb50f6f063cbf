"""Words that occur in searched texts."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models


class Word(models.Model):
    """A word in lower case with its accents folded, not stemmed, and in how many texts it was seen.

    One vocabulary serves all desks: a correction is shown only where it finds something that the reader may see.
    """

    word = models.CharField(max_length=40, primary_key=True)
    texts = models.PositiveIntegerField()

    class Meta:
        indexes = [GinIndex(OpClass("word", name="gin_trgm_ops"), name="word_trigrams")]

    def __str__(self) -> str:
        return self.word


class Learned(models.Model):
    """Up to which id a table's texts have been read."""

    table = models.CharField(max_length=63, primary_key=True)
    last_id = models.BigIntegerField(default=0)
