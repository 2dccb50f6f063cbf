"""A captured line that tells of a promise: "@Budi janji kirim draf jumat 15.00 #MoU"."""

import re

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.record import LONGEST, Promise, record_commitment
from jembatan.commitments.models import Commitment
from jembatan.commitments.queries.guess import grade_of, house_of
from jembatan.directory.models import Organisation, Person
from jembatan.journal.queries.captured import Captured
from jembatan.journal.queries.capturing import Taken
from jembatan.platform.dates.spoken import When
from jembatan.platform.ui.moments import clock_text, day_text

PROMISES = re.compile(r"\b(?:(?:ber|men)?janji(?:kan)?|promis(?:e|es|ed))\b", re.IGNORECASE)
SURROUNDING = " ,.;:\n\t"


def tells_of_promise(captured: Captured) -> bool:
    """It names somebody, and says that something is promised."""
    return bool(captured.parties and _what(captured))


def take_promise(actor: Actor, captured: Captured) -> Taken:
    """Whoever is named before the word has promised it; where nobody is, we have."""
    word = PROMISES.search(captured.told)
    before = captured.told[: word.start()] if word else ""
    theirs = any(str(party) in before for party in captured.parties)
    person = next((each for each in captured.parties if isinstance(each, Person)), None)
    organisation = next((each for each in captured.parties if isinstance(each, Organisation)), None)
    promise = Promise(
        side=Commitment.Side.THEIRS if theirs else Commitment.Side.OURS,
        what=_what(captured)[:LONGEST],
        person=person,
        organisation=organisation or (house_of(person) if person else None),
        member=actor.user,
        due=captured.when.start.date() if captured.when and _is_to_come(captured.when) else None,
        grade=grade_of(captured.text),
        dossier=captured.dossier,
    )
    made = record_commitment(actor, promise, evidence=captured.text)
    return Taken(
        told=_("The promise is written down."),
        address=reverse("commitments:promise", args=[made.pk]),
        undo=reverse("commitments:withdrawal", args=[made.pk]),
        undo_fields={"reason": _("Written down by mistake.")},
    )


def _what(captured: Captured) -> str:
    """The words behind the word, without the day, which stands for itself."""
    word = PROMISES.search(captured.told)
    rest = captured.told[word.end() :] if word else ""
    if captured.when and _is_to_come(captured.when):
        start = captured.when.start
        day = day_text(start) if captured.when.all_day else f"{day_text(start)} {clock_text(start)}"
        rest = rest.replace(day, " ")
    return " ".join(rest.split()).strip(SURROUNDING)


def _is_to_come(when: When) -> bool:
    return when.start.date() >= timezone.localdate(timezone=when.start.tzinfo)
