"""How fast a speaker speaks each language: measured in rehearsal, never guessed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

SHORTEST = 20
"""Seconds: less says nothing about a pace."""


class Rehearsal(models.Model):
    """So many words, aloud, in so many seconds."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    words = models.PositiveIntegerField()
    seconds = models.PositiveIntegerField()
    held_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(words__gte=1, seconds__gte=SHORTEST), name="rehearsal_says_something"
            ),
        ]
        indexes = [models.Index(fields=["user", "language", "-held_at"], name="rehearsal_latest")]

    def __str__(self) -> str:
        return f"{self.words} / {self.seconds} s"
