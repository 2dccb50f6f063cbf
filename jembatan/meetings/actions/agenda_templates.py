"""Agendas kept to start from."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.minutes.sections import follow_agenda
from jembatan.meetings.models import AgendaItem, AgendaTemplate, AgendaTemplatePoint, Meeting
from jembatan.meetings.queries.agenda import standing_items
from jembatan.meetings.queries.agenda_kinds import KINDS
from jembatan.meetings.queries.agenda_templates import agenda_templates
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.unique import unless_taken

LONGEST_NAME = 120
ONCE = "agenda_template_once"


class KindTaken(ValidationError):
    """Another kind of meeting is called so."""

    def __init__(self) -> None:
        super().__init__(_("There is a kind of meeting of this name already."))


@transaction.atomic
def keep_as_template(actor: Actor, meeting: Meeting, name: str) -> AgendaTemplate:
    """The points of the meeting, with minutes and speaking slots, without people and notes. Raises `ValidationError`."""
    require_writer(actor)
    current = visible_meetings(actor).select_related("dossier").get(pk=meeting.pk)
    if current.dossier is not None and current.dossier.restricted:
        raise ValidationError(_("This meeting is in a restricted dossier: its agenda stays there."))
    points = list(standing_items(current))
    if not points:
        raise ValidationError(_("This meeting has no agenda to keep."))
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValidationError(_("Give it a name of at most %(most)s characters.") % {"most": LONGEST_NAME})
    _refuse_name(actor, name)
    template = AgendaTemplate(desk=actor.desk, name=name)
    unless_taken(template.save, once=ONCE, taken=KindTaken)
    AgendaTemplatePoint.objects.bulk_create(
        AgendaTemplatePoint(
            template=template, position=position, title=item.title, minutes=item.minutes, speaks=item.speaks
        )
        for position, item in enumerate(points, start=1)
    )
    return template


@transaction.atomic
def start_from_template(actor: Actor, meeting: Meeting, template: AgendaTemplate) -> None:
    """Raises `ValidationError` where there is an agenda already."""
    require_writer(actor)
    current = visible_meetings(actor).select_for_update(of=("self",)).get(pk=meeting.pk)
    if standing_items(current).exists():
        raise ValidationError(_("This meeting has an agenda already."))
    for point in agenda_templates(actor).get(pk=template.pk).points.order_by("position"):
        AgendaItem.objects.create(
            meeting=current,
            position=point.position,
            title=point.title,
            minutes=point.minutes,
            speaks=point.speaks,
        )
    follow_agenda(current)


@transaction.atomic
def retire_template(actor: Actor, template: AgendaTemplate) -> None:
    """It is offered no more."""
    require_head(actor)
    agenda_templates(actor).filter(pk=template.pk).update(retired_at=timezone.now())


@transaction.atomic
def bring_back_template(actor: Actor, template: AgendaTemplate) -> None:
    """The undo. Raises `ValidationError` where another has got its name."""
    require_head(actor)
    _refuse_name(actor, template.name, but=template.pk)
    retired = AgendaTemplate.objects.filter(desk=actor.desk, pk=template.pk)
    unless_taken(lambda: retired.update(retired_at=None), once=ONCE, taken=KindTaken)


def _refuse_name(actor: Actor, name: str, *, but: int = 0) -> None:
    taken = name.casefold() in {str(kind.label).casefold() for kind in KINDS.values()}
    if taken or agenda_templates(actor).filter(name__iexact=name).exclude(pk=but).exists():
        raise KindTaken
