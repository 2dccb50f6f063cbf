"""A question to somebody who has no account: a contribution or a clearance, by a date, answered by a signed link."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.draft import Draft
from jembatan.correspondence.models.matter import AboutRecord, by_matter, whole_matter
from jembatan.correspondence.models.message import Message
from jembatan.correspondence.models.preflight import remembered
from jembatan.directory.models import Person


@pghistory.track(*remembered(), exclude=["fingerprint", "issue", "matter_kind", "matter_id"])
class Consultation(AboutRecord):
    """Asked below `message`, which it follows into every conversation and dossier, or about a draft that answers nothing, or about
    a record of a room above.

    `passage` is all that they get to read of the matter. `fingerprint` is that of the whole draft, where that is what they got: then
    their yes is a clearance of it. The link is good until `open_until` and only with this `issue`; `letters` are what they were sent.
    """

    class Wants(models.TextChoices):
        CONTRIBUTION = "contribution", _("a contribution")
        CLEARANCE = "clearance", _("a clearance")

    class State(models.TextChoices):
        OPEN = "open", _("waits for an answer")
        ANSWERED = "answered", _("answered")
        WITHDRAWN = "withdrawn", _("withdrawn")
        EXPIRED = "expired", _("expired")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    message = models.ForeignKey(
        Message,
        verbose_name=_("message"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="consultations",
    )
    draft = models.ForeignKey(
        Draft,
        verbose_name=_("draft"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="consultations",
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("asked by"), on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="consultations",
    )
    name = models.CharField(_("name"), max_length=300, blank=True)
    email = models.EmailField(_("e-mail address"), max_length=320)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    wants = models.CharField(_("asked for"), max_length=12, choices=Wants)
    question = models.TextField(_("question"))
    passage = models.TextField(_("text given along"), blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    due_at = models.DateTimeField(_("due"))
    open_until = models.DateTimeField(_("link good until"))
    issue = models.PositiveIntegerField(default=1)
    letters = models.ManyToManyField(Draft, editable=False, related_name="+")
    link_wanted_at = models.DateTimeField(_("new link asked for"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    clears = models.BooleanField(_("clears it"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_as = models.CharField(_("answered by"), max_length=200, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("consultation")
        constraints = [
            models.CheckConstraint(
                condition=Q(message__isnull=False) | Q(draft__isnull=False) | ~Q(matter_kind=""),
                name="consultation_about_something",
            ),
            whole_matter("consultation_matter_is_whole"),
            models.CheckConstraint(condition=~Q(question=""), name="consultation_asks_something"),
            models.CheckConstraint(
                condition=Q(wants__in=["contribution", "clearance"]), name="consultation_wants_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "answered", "withdrawn", "expired"]),
                name="consultation_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | (Q(answered_at__isnull=False) & ~Q(answered_as="")),
                name="consultation_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(clears__isnull=False) | ~Q(answer=""),
                name="consultation_answer_says_something",
            ),
            models.CheckConstraint(
                condition=Q(clears__isnull=True) | Q(wants="clearance"), name="consultation_clears_when_asked"
            ),
            models.CheckConstraint(
                condition=Q(open_until__gte=F("due_at")), name="consultation_open_until_due"
            ),
        ]
        indexes = [
            models.Index(
                fields=["desk", "asked_by"], name="consultation_standing", condition=Q(closed_at__isnull=True)
            ),
            models.Index(fields=["due_at"], name="consultation_open", condition=Q(state="open")),
            by_matter("consultation_matter"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_settled(self) -> bool:
        """Withdrawn or closed: the desk wants to hear nothing more."""
        return self.state == self.State.WITHDRAWN or self.closed_at is not None


class ConsultationReminder(models.Model):
    """That they were reminded, once for each occasion; `refusal` says why no letter left."""

    class Occasion(models.TextChoices):
        BEFORE = "before", _("a day before")
        AFTER = "after", _("when it was over")

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="reminders")
    occasion = models.CharField(max_length=6, choices=Occasion)
    made_at = models.DateTimeField(auto_now_add=True)
    refusal = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consultation", "occasion"], name="consultation_reminded_once")
        ]
