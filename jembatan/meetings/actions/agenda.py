"""Writing an agenda: points added, changed, moved, taken out and brought back."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Max
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.minutes.sections import follow_agenda
from jembatan.meetings.models import AgendaItem, Attendance, Meeting
from jembatan.meetings.models.agenda import LONGEST_MINUTES
from jembatan.meetings.queries.agenda import standing_items
from jembatan.meetings.queries.agenda_kinds import KINDS
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_writer

MOST_POINTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is written of a point."""

    title: str
    minutes: int | None = None
    owner: Attendance | None = None
    speaks: bool = False
    notes: str = ""


@transaction.atomic
def add_point(actor: Actor, meeting: Meeting, content: Content) -> AgendaItem:
    """At the end. Raises `ValidationError` with a sentence."""
    current = _locked(actor, meeting)
    last = standing_items(current).aggregate(last=Max("position"))["last"] or 0
    if last >= MOST_POINTS:
        raise ValidationError(_("An agenda has at most %(most)s points.") % {"most": MOST_POINTS})
    item = AgendaItem(meeting=current, position=last + 1)
    _write(item, content)
    follow_agenda(current)
    return item


@transaction.atomic
def change_point(actor: Actor, item: AgendaItem, content: Content) -> AgendaItem:
    """In its place. Raises `ValidationError` with a sentence."""
    _locked(actor, item.meeting)
    current = AgendaItem.objects.get(pk=item.pk)
    _write(current, content)
    return current


@transaction.atomic
def move_point(actor: Actor, item: AgendaItem, *, by: int) -> None:
    """So many places down, or up for a negative number; no further than the ends."""
    current = _locked(actor, item.meeting)
    order = [each.pk for each in standing_items(current)]
    if item.pk not in order:
        return
    at = order.index(item.pk)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    for position, pk in enumerate(order, start=1):
        AgendaItem.objects.filter(pk=pk).exclude(position=position).update(position=position)


@transaction.atomic
def take_out_point(actor: Actor, item: AgendaItem) -> None:
    """Those behind it move up; `bring_back_point` puts it at the end."""
    current = _locked(actor, item.meeting)
    found = AgendaItem.objects.get(pk=item.pk)
    if found.position is None:
        return
    behind = standing_items(current).filter(position__gt=found.position)
    AgendaItem.objects.filter(pk=found.pk).update(position=None)
    AgendaItem.objects.filter(pk__in=[each.pk for each in behind]).update(position=F("position") - 1)


@transaction.atomic
def bring_back_point(actor: Actor, item: AgendaItem, *, position: int) -> None:
    """To where it stood, as far as there still is such a place."""
    current = _locked(actor, item.meeting)
    found = AgendaItem.objects.get(pk=item.pk)
    if found.position is not None:
        return
    last = standing_items(current).count()
    AgendaItem.objects.filter(pk=found.pk).update(position=last + 1)
    move_point(actor, found, by=min(position, last + 1) - last - 1)
    follow_agenda(current)


@transaction.atomic
def start_from(actor: Actor, meeting: Meeting, kind: str) -> None:
    """The points of a kind of meeting, in the desk's language. Raises `ValidationError` where there is an agenda already."""
    current = _locked(actor, meeting)
    if standing_items(current).exists():
        raise ValidationError(_("This meeting has an agenda already."))
    with translation.override(actor.desk.language):
        for position, (title, minutes, speaks) in enumerate(KINDS[kind].points, start=1):
            AgendaItem.objects.create(
                meeting=current, position=position, title=str(title), minutes=minutes, speaks=speaks
            )
    follow_agenda(current)


def _locked(actor: Actor, meeting: Meeting) -> Meeting:
    require_writer(actor)
    return visible_meetings(actor).select_for_update(of=("self",)).get(pk=meeting.pk)


def _write(item: AgendaItem, content: Content) -> None:
    title = " ".join(content.title.split())
    if not title:
        raise ValidationError({"title": _("Say what the point is about.")})
    if content.minutes is not None and not 1 <= content.minutes <= LONGEST_MINUTES:
        raise ValidationError({"minutes": _("A point takes between a minute and a day.")})
    if content.owner is not None and content.owner.meeting_id != item.meeting_id:
        raise ValidationError({"owner": _("Only somebody who takes part can lead a point.")})
    item.title, item.minutes, item.owner = title[:300], content.minutes, content.owner
    item.speaks, item.notes = content.speaks, content.notes.strip()
    item.save()
