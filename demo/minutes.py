"""What the demo office has written of its meetings: minutes that are agreed, others that are being written, and what is open from both."""

from datetime import timedelta

import pgtrigger
from django.utils import translation
from django.utils.translation import gettext as _
from pycrdt import Doc, Text

from demo import cast
from demo.correspondence.scene import Scene
from demo.held import WRITTEN, Point, Written
from demo.meetings import PLANNED
from jembatan.accounts.models import Desk
from jembatan.journal.actions.record import Line, record
from jembatan.meetings.actions.circulation import told
from jembatan.meetings.actions.lines import SOURCE, parties_of
from jembatan.meetings.actions.outcomes.told import AGREED, DECIDED, action_told
from jembatan.meetings.formats.yjs import ROOT
from jembatan.meetings.models import (
    Action,
    ActionPledge,
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    Minutes,
    MinutesAttendee,
    MinutesPartner,
    MinutesSection,
    MinutesUpdate,
    MinutesVersion,
)
from jembatan.meetings.queries.circulation.content import content_of, fingerprint_of
from jembatan.meetings.queries.circulation.document import document_of
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.files.store import keep
from jembatan.platform.markings import Marking

KEPT = (
    "meetings.MinutesVersion:minutes_version_is_kept",
    "meetings.Minutes:minutes_agreed_for_good",
    "meetings.MinutesSection:minutes_text_stays",
    "meetings.Decision:decision_stands",
    "meetings.Action:action_stands",
)
# The number of the change with which their texts came: a page that opens has none yet, and is told what came since.
WRITTEN_AT = 1


def write(scene: Scene) -> None:
    """Beside the meetings of the imported calendar."""
    for each in WRITTEN:
        meeting = _meeting(scene.desk, each.meeting)
        minutes = _write_minutes(scene, meeting, each)
        if each.agreed_with:
            _agree(scene, minutes, each)


def remove(desk: Desk) -> None:
    """Agreed minutes, and those on which nobody has gone on writing."""
    titles = [_planned(each.meeting) for each in WRITTEN]
    of_demo = Minutes.objects.filter(desk=desk, meeting__title__in=titles)
    leaving = list(
        of_demo.exclude(pk__in=MinutesUpdate.objects.values("minutes")).values_list("pk", flat=True)
    )
    meetings = Minutes.objects.filter(pk__in=leaving).values("meeting")
    points = [point.title for each in WRITTEN for point in each.points]
    with pgtrigger.ignore(*KEPT):
        ActionPledge.objects.filter(partner__minutes__in=leaving).delete()
        MinutesPartner.objects.filter(minutes__in=leaving).delete()
        MinutesVersion.objects.filter(minutes__in=leaving).delete()
        Decision.objects.filter(meeting__in=meetings).delete()
        Action.objects.filter(meeting__in=meetings).delete()
        AgendaItem.objects.filter(meeting__in=meetings, title__in=points).delete()
        Minutes.objects.filter(pk__in=leaving).delete()


def _write_minutes(scene: Scene, meeting: Meeting, written: Written) -> Minutes:
    author = scene.user(cast.SECOND_OFFICER.key)
    minutes = Minutes.objects.create(
        desk=scene.desk,
        meeting=meeting,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        begun_by=author,
        number=WRITTEN_AT,
    )
    minutes.pens.create(client=1, user=author, seen_at=meeting.ends_at, wrote_at=meeting.ends_at)
    _section(minutes, None, written.whole)
    absent = _guest(scene, meeting, written.absent) if written.absent else None
    for guest in meeting.attendances.select_related("person", "organisation").order_by("pk"):
        was = MinutesAttendee.Was.EXCUSED if guest == absent else MinutesAttendee.Was.PRESENT
        minutes.attendees.create(
            guest=guest,
            person=guest.person,
            organisation=guest.organisation,
            ours=guest.ours,
            name=str(guest),
            was=was,
        )
    for number, point in enumerate(written.points, start=1):
        item = AgendaItem.objects.create(meeting=meeting, title=point.title, position=number)
        _section(minutes, item, point.text)
        _come_to(scene, item, point)
    return minutes


def _section(minutes: Minutes, item: AgendaItem | None, text: str) -> None:
    """As somebody would have typed it, so that others can go on."""
    document: Doc[Text] = Doc()
    document[ROOT] = Text(text)
    MinutesSection.objects.create(
        minutes=minutes, item=item, text=text, document=document.get_update(), folded=WRITTEN_AT
    )


def _come_to(scene: Scene, item: AgendaItem, point: Point) -> None:
    meeting = item.meeting
    shared = {"desk": scene.desk, "meeting": meeting, "agenda_item": item, "occurred_at": meeting.starts_at}
    for text in point.decisions:
        number = meeting.decisions.count() + 1
        Decision.objects.create(**shared, position=number, text=text)
        scene.tell(_line(scene, meeting, DECIDED, text))
    for each in point.actions:
        ours = any(member.key == each.whose for member in cast.MEMBERS)
        action = Action.objects.create(
            **shared,
            position=meeting.actions.count() + 1,
            text=each.text,
            due=scene.today + timedelta(days=each.due),
            ours=ours,
            member=scene.user(each.whose) if ours else None,
            person=None if ours else scene.person(each.whose),
            state=Action.State.DONE if each.done else Action.State.OPEN,
            closed_at=scene.at(each.due, 10) if each.done else None,
            closed_by=scene.user(each.whose) if each.done and ours else None,
        )
        scene.tell(_line(scene, meeting, AGREED, action_told(action)))


def _agree(scene: Scene, minutes: Minutes, written: Written) -> None:
    """One version, which the guest has agreed to, with its line of the journal and its PDF."""
    meeting, days = minutes.meeting, next(each.days for each in PLANNED if each.key == written.meeting)
    agreed_at, content = scene.at(days + written.agreed_after, 11), content_of(minutes)
    version = MinutesVersion.objects.create(
        desk=scene.desk,
        minutes=minutes,
        number=1,
        content=content,
        fingerprint=fingerprint_of(content),
        marking=content["marking"],
        answer_by=scene.at(days + written.agreed_after + 5, 17),
        circulated_by=scene.user(cast.SECOND_OFFICER.key),
    )
    with pgtrigger.ignore("meetings.MinutesVersion:minutes_version_stays"):
        MinutesVersion.objects.filter(pk=version.pk).update(circulated_at=agreed_at - timedelta(days=3))
    version.circulated_at = agreed_at - timedelta(days=3)
    guest = _guest(scene, meeting, written.agreed_with)
    MinutesPartner.objects.create(
        desk=scene.desk,
        minutes=minutes,
        person=guest.person,
        organisation=guest.organisation,
        name=str(guest),
        email=guest.email,
        language="en",
        zone=meeting.zone or scene.desk.time_zone,
        agreed=version,
        agreed_at=agreed_at,
    )
    version.how, version.agreed_at = MinutesVersion.How.ALL, agreed_at
    with translation.override(scene.desk.language):
        summary = _("Minutes agreed: %(title)s") % {"title": meeting}
    line = _line(scene, meeting, told.AGREED, summary, detail=version.fingerprint)
    version.entry = record(scene.actor(cast.SECOND_OFFICER.key), line)
    version.pdf = keep(write_pdf(document_of(version)))
    version.save(update_fields=["how", "agreed_at", "entry", "pdf"])
    minutes.finished_at, minutes.state = agreed_at - timedelta(days=4), Minutes.State.CIRCULATED
    minutes.save(update_fields=["finished_at", "state"])
    minutes.state = Minutes.State.AGREED
    minutes.save(update_fields=["state"])


def _line(scene: Scene, meeting: Meeting, kind: str, summary: str, *, detail: str = "") -> Line:
    """With the number of the batch, so that it goes with the demo."""
    return Line(
        kind=kind,
        summary=summary,
        detail=detail,
        occurred_at=meeting.ends_at,
        parties=tuple(parties_of(meeting)),
        marking=Marking(meeting.marking),
        source=(SOURCE, meeting.pk),
        import_batch=scene.batch_id,
    )


def _meeting(desk: Desk, key: str) -> Meeting:
    return Meeting.objects.select_related("desk", "dossier").get(desk=desk, title=_planned(key), rule="")


def _planned(key: str) -> str:
    return next(each.title for each in PLANNED if each.key == key)


def _guest(scene: Scene, meeting: Meeting, key: str) -> Attendance:
    guests = meeting.attendances.select_related("person", "organisation")
    return guests.get(person=scene.person(key))
