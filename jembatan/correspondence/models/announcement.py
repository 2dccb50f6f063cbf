"""Announcements to lists of contacts: who wants them, who is on a list, and what became of each receiver."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.outgoing_mail import OutgoingMail
from jembatan.correspondence.models.outgoing_server import SendingAddress
from jembatan.directory.models import Person
from jembatan.platform.markings import Marking


class ContactList(models.Model):
    """People named one by one, and whoever a filter of the directory finds on the day of sending (`filtered`: at all)."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=200)
    members = models.ManyToManyField(Person, through="ContactListMember", related_name="+", blank=True)
    filtered = models.BooleanField(_("Also whoever the directory finds"), default=False)
    tags = ArrayField(models.CharField(max_length=80), verbose_name=_("tags"), default=list, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)

    class Meta:
        verbose_name = _("list of contacts")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="contact_list_has_name"),
            models.UniqueConstraint(fields=["desk", "name"], name="contact_list_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class ContactListMember(models.Model):
    """Somebody named."""

    contacts = models.ForeignKey(ContactList, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contacts", "person"], name="contact_list_member_once")
        ]


class Announcement(models.Model):
    """One text in each language, to everyone on a list who wants it: a mail for each, never one for all."""

    class State(models.TextChoices):
        DRAFT = "draft", _("being written")
        SENDING = "sending", _("being sent")
        PAUSED = "paused", _("paused")
        SENT = "sent", _("sent")
        CANCELLED = "cancelled", _("cancelled")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    contacts = models.ForeignKey(
        ContactList, verbose_name=_("to the list"), on_delete=models.PROTECT, related_name="announcements"
    )
    from_address = models.ForeignKey(
        SendingAddress, verbose_name=_("From"), on_delete=models.PROTECT, related_name="+"
    )
    subjects: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    texts: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("announcement")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "sending", "paused", "sent", "cancelled"]),
                name="announcement_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(started_at__isnull=False), name="announcement_started"
            ),
        ]
        indexes = [models.Index(fields=["desk", "-saved_at"], name="announcement_latest")]

    def __str__(self) -> str:
        return self.subjects.get((get_language() or "")[:2]) or next(iter(self.subjects.values()), "")


class AnnouncementReceiver(models.Model):
    """Somebody of the list on the day of sending; `left_out` says why an announcement does not go there.

    `mail` is set in the transaction that queues it, once: neither a killed worker nor a second one sends it again.
    """

    class LeftOut(models.TextChoices):
        NO_CONSENT = "no_consent", _("has not agreed to announcements")
        DECLINED = "declined", _("wants no announcements")
        NO_ADDRESS = "no_address", _("has no e-mail address")
        SHARED = "shared", _("shares the address of another receiver")
        BOUNCED = "bounced", _("mail to this address came back")
        MARKING = "marking", _("may not receive this marking")
        LANGUAGE = "language", _("reads none of its languages")

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="receivers")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=300)
    email = models.CharField(max_length=320, blank=True)
    language = models.CharField(max_length=2, blank=True)
    left_out = models.CharField(max_length=10, choices=LeftOut, blank=True)
    mail = models.OneToOneField(
        OutgoingMail, on_delete=models.SET_NULL, null=True, blank=True, related_name="announced"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["announcement", "person"], name="announcement_once_a_person"),
            models.UniqueConstraint(
                fields=["announcement", "email"],
                name="announcement_once_an_address",
                condition=Q(left_out=""),
            ),
            models.CheckConstraint(
                condition=Q(left_out="") | Q(mail__isnull=True), name="announcement_left_out_gets_none"
            ),
        ]
        indexes = [
            models.Index(
                fields=["announcement", "id"],
                name="announcement_waiting",
                condition=Q(left_out="", mail__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Consent(models.Model):
    """Whether somebody wants announcements, since when and how the desk knows; the latest one counts, and none is changed."""

    class How(models.TextChoices):
        ASKED = "asked", _("asked in person or by telephone")
        WRITTEN = "written", _("in writing")
        FORM = "form", _("on a form")
        DUTY = "duty", _("on duty: the post has to be informed")
        LINK = "link", _("by the link in a mail")
        MAIL = "mail", _("by answering a mail")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    wishes = models.BooleanField(_("wants announcements"))
    how = models.CharField(_("how we know"), max_length=7, choices=How)
    words = models.CharField(_("remark"), max_length=300, blank=True)
    announcement = models.ForeignKey(
        Announcement, on_delete=models.SET_NULL, null=True, blank=True, related_name="consents"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="consent_latest")]
        triggers = [
            pgtrigger.Protect(
                name="consent_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("wishes", "how", "words", "recorded_at"),
            )
        ]
