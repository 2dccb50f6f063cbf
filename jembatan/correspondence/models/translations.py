"""Machine translation: the server that makes it, and what it has made of messages and of drafts."""

from urllib.parse import urlsplit

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.draft import Draft
from jembatan.correspondence.models.message import Message
from jembatan.correspondence.models.outgoing_server import remembered
from jembatan.platform.markings import Marking


@pghistory.track(*remembered(), exclude=["sealed_key"])
class TranslationServer(models.Model):
    """The desk's one server; it speaks LibreTranslate's API. A text that is marked above `highest` never goes there."""

    desk = models.OneToOneField(Desk, on_delete=models.CASCADE, related_name="+")
    address = models.CharField(_("address"), max_length=300)
    sealed_key = models.TextField(blank=True, editable=False)
    highest = models.CharField(
        _("highest marking"),
        max_length=16,
        choices=[(m.value, m.value) for m in Marking],
        default=Marking.GREEN,
    )
    languages = ArrayField(models.CharField(max_length=2), verbose_name=_("languages"))

    class Meta:
        verbose_name = _("translation server")
        constraints = [
            models.CheckConstraint(
                condition=Q(address__startswith="https://") | Q(address__startswith="http://"),
                name="translation_server_on_the_web",
            ),
            models.CheckConstraint(
                condition=Q(languages__len__gte=1), name="translation_server_offers_a_language"
            ),
        ]

    def __str__(self) -> str:
        return self.host

    @property
    def host(self) -> str:
        """The name alone: what readers are told."""
        return urlsplit(self.address).hostname or self.address


class MessageTranslation(models.Model):
    """The author's own words in another language, piece by piece as the server makes them; a message never changes."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=2)
    provider = models.CharField(max_length=253)
    pieces = ArrayField(models.TextField(), help_text="those that are made; together they are the text")
    count = models.PositiveIntegerField(help_text="pieces of the whole")
    made_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "language"], name="message_translation_once"),
            models.CheckConstraint(
                condition=Q(pieces__len__gte=1, pieces__len__lte=F("count")),
                name="message_translation_has_its_pieces",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """As far as it is made."""
        return "".join(self.pieces)

    @property
    def is_whole(self) -> bool:
        """Nothing is left to be translated."""
        return len(self.pieces) == self.count


class DraftTranslation(models.Model):
    """A part of a draft that a machine wrote, `part` as it was put in; a person has checked it once `read_at` is set."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=2)
    provider = models.CharField(max_length=253)
    part = models.TextField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "language"], name="draft_translation_once"),
        ]

    def __str__(self) -> str:
        return self.part
