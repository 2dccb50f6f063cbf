"""Lines to take: what the desk says about a topic, in cleared wordings, and whom it was said to."""

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.draft import Draft
from jembatan.correspondence.models.outgoing_mail import OutgoingMail
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking

_WORDING = ("line_id", "number", "texts", "do_not_say", "valid_until", "cleared_at")
CLEARED_AND_REWORDED = pgtrigger.Condition(
    "OLD.cleared_at IS NOT NULL AND "
    f"({', '.join(f'OLD.{name}' for name in _WORDING)}) IS DISTINCT FROM ({', '.join(f'NEW.{name}' for name in _WORDING)})"
)
WORD = r"^[a-z0-9][a-z0-9-]*$"


def remembered() -> tuple[pghistory.RowEvent, ...]:
    """Every insert, change and deletion leaves its fields in a history table."""
    return pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()


@pghistory.track(*remembered())
class Line(models.Model):
    """A topic on which the desk speaks with one voice. `word` inserts it: a writer types ";word"."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(_("topic"), max_length=200)
    word = models.CharField(
        _("word"),
        max_length=40,
        validators=[RegexValidator(WORD, _("Small letters, digits and hyphens alone."))],
        help_text=_("Typed in a letter after a semicolon, it inserts the line."),
    )
    dossier = models.ForeignKey(
        Dossier,
        verbose_name=_("dossier"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="lines",
        help_text=_("The line concerns its parties. None: it concerns everyone."),
    )
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who answers for it"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("line to take")
        constraints = [
            models.CheckConstraint(condition=~Q(topic=""), name="line_has_topic"),
            models.CheckConstraint(condition=Q(word__regex=WORD), name="line_word_can_be_typed"),
            models.UniqueConstraint(
                fields=["desk", "word"], name="line_word_once", condition=Q(withdrawn_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.topic


class LineVersion(models.Model):
    """A wording: `texts` to say and `do_not_say` by language, the latter one phrase a row of text.

    The latest cleared one is what the line says, until the end of `valid_until`. The database refuses to change it.
    """

    line = models.ForeignKey(Line, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    texts: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    do_not_say: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    valid_until = models.DateField(null=True, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    cleared_at = models.DateTimeField(null=True, blank=True)
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "number"], name="line_version_once"),
            models.UniqueConstraint(
                fields=["line"], name="line_version_one_open", condition=Q(cleared_at__isnull=True)
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="line_version_stays_as_cleared",
                operation=pgtrigger.Update,
                condition=CLEARED_AND_REWORDED,
            ),
            pgtrigger.Protect(
                name="line_version_stays",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__cleared_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line} {self.number}"

    def phrases(self, language: str) -> list[str]:
        """What not to say in this language."""
        return [phrase for row in self.do_not_say.get(language, "").splitlines() if (phrase := row.strip())]


class InsertedLine(models.Model):
    """A wording that a writer has put into a draft: whether it still stands there, its text tells."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="inserted_lines")
    version = models.ForeignKey(LineVersion, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "version", "language"], name="inserted_line_once")
        ]


class LineUse(models.Model):
    """A wording that was said: in a mail of the outbox, or (`mail` None) at an occasion that somebody names."""

    version = models.ForeignKey(LineVersion, on_delete=models.PROTECT, related_name="uses")
    language = models.CharField(max_length=2)
    mail = models.ForeignKey(
        OutgoingMail, on_delete=models.CASCADE, null=True, blank=True, related_name="lines_said"
    )
    occasion = models.CharField(max_length=300, blank=True)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mail", "version", "language"],
                name="line_use_once_a_mail",
                condition=Q(mail__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(mail__isnull=False) ^ ~Q(occasion=""), name="line_use_somewhere"
            ),
        ]


class LineHearer(models.Model):
    """Whom a wording was said to, as far as the directory knew the address or the person."""

    use = models.ForeignKey(LineUse, on_delete=models.CASCADE, related_name="hearers")
    name = models.CharField(max_length=300, blank=True)
    email = models.CharField(max_length=320, blank=True)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return self.name or self.email


class LineSetting(models.Model):
    """How a desk clears its lines; without a row, its head alone does."""

    desk = models.OneToOneField(Desk, on_delete=models.CASCADE, related_name="+")
    officers_clear = models.BooleanField(default=False)
