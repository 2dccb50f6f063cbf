"""Promises both ways at the demo office, each with the sentence that says so, in a mail or in minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils import translation
from django.utils.translation import gettext as _

from demo.correspondence.scene import Scene
from jembatan.accounts.models import Desk
from jembatan.commitments.actions.told import MADE, SOURCE, promise_told
from jembatan.commitments.models import Commitment
from jembatan.correspondence.models import Message
from jembatan.journal.actions.record import Line
from jembatan.meetings.models import MinutesSection

OURS, THEIRS = Commitment.Side.OURS, Commitment.Side.THEIRS


@dataclass(frozen=True, slots=True)
class Promised:
    """By or to a contact, with a member of ours; due so many days from today. The sentence stands in a mail, else in minutes."""

    side: Commitment.Side
    what: str
    evidence: str
    contact: str
    member: str
    due: int | None
    grade: Commitment.Grade = Commitment.Grade.WILL
    kept: bool = False


PROMISED = (
    Promised(
        OURS,
        "Comments on articles 4 and 7",
        "We will send you our comments by Friday next week.",
        "vanderberg",
        "maria",
        -29,
        kept=True,
    ),
    Promised(
        OURS,
        "Draft programme of the visit",
        "I will send you the draft programme on Monday.",
        "tanaka",
        "maria",
        2,
    ),
    Promised(
        THEIRS,
        "Salinan keputusan tarif pandu kapal penumpang",
        "Akan kami kirim segera.",
        "hendra",
        "bagus",
        -3,
    ),
    Promised(
        THEIRS,
        "Hold 8 to 12 February for twelve pilots",
        "Noted with thanks, we hold 8 to 12 February for twelve pilots.",
        "okafor",
        "maria",
        None,
    ),
    Promised(
        OURS,
        "A date for the marking of the fishers' lane",
        "We will discuss the marking with the coastal ministry and the fishers' foundation and come back to you with a date.",
        "somchai",
        "bagus",
        4,
        grade=Commitment.Grade.LOOKS,
    ),
    Promised(
        THEIRS,
        "One day of the training on board in bad weather",
        "Ibu Ratna asked for one day on board in bad weather, and Mr Okafor agreed to it.",
        "okafor",
        "ratna",
        30,
        grade=Commitment.Grade.INTENDS,
    ),
)


def write(scene: Scene) -> None:
    """Beside the mails and minutes that they stand in."""
    for each in PROMISED:
        commitment = _commitment(scene, each)
        commitment.save()
        with translation.override(scene.desk.language):
            summary = _("Promise. %(text)s") % {"text": promise_told(commitment)}
        # Without its dossier, which would stay where the journal tells of it.
        scene.tell(
            Line(
                kind=MADE,
                summary=summary,
                detail=each.evidence,
                occurred_at=commitment.made_at,
                parties=[party for party in (commitment.person, commitment.organisation) if party],
                source=(SOURCE, commitment.pk),
                import_batch=scene.batch_id,
            )
        )


def remove(desk: Desk) -> None:
    """Those that nobody has changed since."""
    sentences = [each.evidence for each in PROMISED]
    of_demo = Commitment.objects.filter(desk=desk, evidence__in=sentences)
    untouched = of_demo.annotate(changes=Count("events")).filter(changes=1)
    Commitment.objects.filter(pk__in=list(untouched.values_list("pk", flat=True))).delete()


def _commitment(scene: Scene, each: Promised) -> Commitment:
    person = scene.person(each.contact)
    commitment = Commitment(
        desk=scene.desk,
        side=each.side,
        what=each.what,
        evidence=each.evidence,
        grade=each.grade,
        person=person,
        member=scene.user(each.member),
        due=None if each.due is None else scene.today + timedelta(days=each.due),
        state=Commitment.State.KEPT if each.kept else Commitment.State.OPEN,
    )
    commitment.made_at = _place(scene, commitment)
    if each.kept:
        commitment.closed_at, commitment.closed_by = scene.at(each.due or 0, 11), scene.user(each.member)
    return commitment


def _place(scene: Scene, commitment: Commitment) -> datetime:
    """Where the sentence stands; returns when it was said."""
    mails = Message.objects.filter(desk=scene.desk, text__contains=commitment.evidence)
    mail = mails.select_related("thread").order_by("sent_at").first()
    if mail is not None:
        commitment.message, commitment.dossier = mail, mail.thread.dossier
        commitment.marking = mail.thread.marking
        return mail.sent_at or mail.filed_at
    section = MinutesSection.objects.select_related("minutes__meeting").get(
        minutes__desk=scene.desk, text__contains=commitment.evidence
    )
    meeting = section.minutes.meeting
    commitment.section, commitment.meeting = section, meeting
    commitment.dossier, commitment.marking = meeting.dossier, meeting.marking
    return section.minutes.starts_at
