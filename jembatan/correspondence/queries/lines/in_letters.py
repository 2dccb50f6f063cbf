"""What the desk's lines say about a letter: wordings that hold or do not, what not to say, what it may not contradict."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import LineVersion
from jembatan.correspondence.preflight.knowledge import Phrase, Told, Wording
from jembatan.correspondence.preflight.letter import Letter
from jembatan.correspondence.queries.lines.concerning import concerning
from jembatan.correspondence.queries.lines.visible import (
    Standing,
    State,
    has_expired,
    standings,
    visible_lines,
)
from jembatan.correspondence.queries.preflight.contributions import Contribution
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.platform.ui.moments import day_text


@dataclass(frozen=True, slots=True)
class CheckedWording:
    """A wording once cleared, in one language, with what the check compares letters with."""

    version: LineVersion
    language: str
    wording: Wording


def contribute(actor: Actor, letter: Letter) -> Contribution:
    """For the pre-flight check: all wordings, and of the lines that concern a receiver what they say and do not say."""
    day = letter.sent_at.date() if letter.sent_at else None
    rows = lines_on(actor, day)
    meant = _concerning(actor, rows, letter)
    return Contribution(
        told=tuple(_told(meant)),
        wordings=tuple(checked.wording for checked in checked_wordings(rows)),
        phrases=tuple(_phrases(meant)),
    )


def lines_on(actor: Actor, day: date | None) -> list[Standing]:
    """Every line that has ever been cleared, as it stands on that day; those that hold first."""
    lines = visible_lines(actor).filter(versions__cleared_at__isnull=False).distinct()
    return sorted(standings(actor, lines.order_by("pk"), day=day), key=lambda row: not row.holds)


def checked_wordings(rows: list[Standing]) -> list[CheckedWording]:
    """Of each line what it says, and whatever it said before in other words."""
    return [
        CheckedWording(
            version, language, Wording(row.line.topic, text, fault, _instead(row, language, fault))
        )
        for row in rows
        for version in row.versions
        if version.cleared_at
        for fault in [_fault(row, version)]
        for language, text in version.texts.items()
        if version == row.current or not row.holds or text != row.current.texts.get(language)  # type: ignore[union-attr]  # a line that holds has one
    ]


def _fault(row: Standing, version: LineVersion) -> str:
    told = {"topic": row.line.topic, "owner": row.line.owner.full_name if row.line.owner else "—"}
    if row.state == State.WITHDRAWN:
        return _("The line “%(topic)s” was withdrawn. Take it out, or ask %(owner)s.") % told
    if row.holds and version != row.current:
        return _("The line “%(topic)s” has been changed since. Insert what it says now.") % told
    if version.valid_until is not None and has_expired(version, row.day):
        told["day"] = day_text(version.valid_until)
        return (
            _("The line “%(topic)s” was valid until %(day)s. Take it out, or ask %(owner)s for a new one.")
            % told
        )
    return "" if row.holds else _("The line “%(topic)s” holds no more. Take it out, or ask %(owner)s.") % told


def _instead(row: Standing, language: str, fault: str) -> str:
    return row.current.texts.get(language, "") if fault and row.holds and row.current else ""


def _concerning(actor: Actor, rows: list[Standing], letter: Letter) -> list[Standing]:
    """Those that hold and concern a receiver; whoever the receivers are is asked only where it matters."""
    holding = [row for row in rows if row.holds]
    if all(row.line.dossier_id is None for row in holding):
        return holding
    parties = parties_by_email(actor.desk, [who.email for who in letter.receivers]).values()
    people = [each.person_id for each in parties if each.person_id]
    return concerning(
        holding,
        people=people,
        organisations=[each.organisation_id for each in parties if each.organisation_id],
    )


def _told(rows: list[Standing]) -> Iterator[Told]:
    for row in rows:
        for text in row.current.texts.values() if row.current else ():
            yield Told(text, _("line “%(topic)s”") % {"topic": row.line.topic})


def _phrases(rows: list[Standing]) -> Iterator[Phrase]:
    for row in rows:
        for language in row.current.do_not_say if row.current else ():
            for words in row.current.phrases(language) if row.current else ():
                yield Phrase(row.line.topic, language, words)
