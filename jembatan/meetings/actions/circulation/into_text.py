"""A correction goes into the text of its part, by the ways by which that part is written."""

import secrets

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.minutes.merging import merged
from jembatan.meetings.actions.minutes.write import Written, write_minutes
from jembatan.meetings.actions.outcomes.decisions import change_decision
from jembatan.meetings.actions.outcomes.giving import Task, change_action
from jembatan.meetings.formats.yjs import written_anew
from jembatan.meetings.models import Action, Decision, Minutes, MinutesSection
from jembatan.meetings.models.minutes.section import LONGEST_TEXT
from jembatan.meetings.queries.circulation.content import ATTENDANCE


def text_of(minutes: Minutes, key: str) -> str:
    """How the part reads now; "" for the attendance, which is no text, and for what is gone."""
    kind, number = _named(key)
    if kind == "section":
        section = _section(minutes, number)
        return section.text if section else ""
    row = _outcome(minutes, kind, number)
    return row.text if row else ""


def take_into_text(actor: Actor, minutes: Minutes, key: str, text: str) -> None:
    """The part reads so from now on. The attendance is written by the hand of whoever accepts. Raises `ValidationError`."""
    kind, number = _named(key)
    if kind == ATTENDANCE:
        return
    if kind == "section":
        section = _section(minutes, number)
        if section is None:
            raise ValidationError(_("These minutes have no such part."))
        _write_section(actor, minutes, section, text.replace("\x00", "").replace("\r\n", "\n").strip())
        return
    row = _outcome(minutes, kind, number)
    if isinstance(row, Decision):
        change_decision(actor, row, text, item=row.agenda_item)
    elif isinstance(row, Action):
        task = Task(text=text, owner=row.owner, due=row.due, item=row.agenda_item)
        change_action(actor, row, task)
    else:
        raise ValidationError(_("These minutes have no such part."))


def _named(key: str) -> tuple[str, int]:
    kind, _dash, number = key.partition("-")
    return kind, int(number or 0)


def _section(minutes: Minutes, number: int) -> MinutesSection | None:
    """Of the point with that number; 0 is the whole."""
    return minutes.sections.filter(item=number or None).first()


def _outcome(minutes: Minutes, kind: str, number: int) -> Action | Decision | None:
    model: type[Action] | type[Decision] = Action if kind == "action" else Decision
    rows = model._default_manager.filter(meeting=minutes.meeting_id, position__isnull=False)
    return rows.select_related("meeting__desk", "meeting__dossier", "agenda_item").filter(pk=number).first()


def _write_section(actor: Actor, minutes: Minutes, section: MinutesSection, text: str) -> None:
    """As one more page of the actor would, that takes out what stands there and writes this."""
    if len(text) > LONGEST_TEXT:
        raise ValidationError(_("This is too long. Please shorten it."))
    current = merged(section)
    if current.text == text:
        return
    client = secrets.randbits(32)
    update = written_anew(text, client=client, known=current.clocks)
    [refusal] = write_minutes(actor, minutes, [Written(section.pk, client, update)])
    if refusal:
        raise ValidationError(refusal)
