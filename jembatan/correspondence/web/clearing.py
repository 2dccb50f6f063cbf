"""The steps of clearance as the composer shows them, and what its main button does."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Clearance, Draft
from jembatan.correspondence.queries.clearance.path import Path, Standing, path_of
from jembatan.correspondence.queries.clearance.words import reasons, who_clears

State = Clearance.State
type Look = tuple[str, str, str | Promise]

WANTED: Look = ("circle", "", gettext_lazy("needs clearance"))
LAPSED: Look = ("rotate-ccw", "soga", gettext_lazy("changed since it was cleared"))
LOOKS: dict[str, Look] = {
    State.ASKED: ("hourglass", "laut", State.ASKED.label),
    State.CLEARED: ("badge-check", "daun", State.CLEARED.label),
    State.RETURNED: ("corner-up-left", "bata", State.RETURNED.label),
}


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step with its state in icon, colour and word, who takes it and why it is wanted."""

    standing: Standing
    icon: str
    tone: str
    state: str | Promise
    who: str
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Clearing:
    """What a writer sees of it. `ask` is the button that asks; "" where it is asked already or nothing is missing.

    `consult` is the address of the department that comes next: it is asked with a text, a question and a date.
    """

    steps: list[StepShown]
    asked: Clearance | None
    ask: str
    consult: str
    may_clear: bool
    may_withdraw: bool
    sending_clears: bool
    stopped: bool


def clearing_of(actor: Actor, draft: Draft) -> Clearing:
    """For the composer, as the draft stands now."""
    path = path_of(draft)
    stops = path.stops(actor)
    asked = next((each.asked for each in path.open if each.asked), None)
    missing = next(iter(stops), None)
    ask = ""
    if missing is not None and asked is None:
        ask = _("Ask for clearance · %(who)s") % {"who": who_clears(draft, missing.step)}
    return Clearing(
        steps=steps_shown(draft, path),
        asked=asked,
        ask=ask,
        consult=missing.step.address if missing else "",
        may_clear=any(each.asked and each.may_be_cleared_by(actor) for each in path.open),
        may_withdraw=asked is not None and actor.user in {asked.asked_by, asked.writer},
        sending_clears=bool(path.open) and not stops,
        stopped=bool(stops),
    )


def steps_shown(draft: Draft, path: Path) -> list[StepShown]:
    """In their order."""
    return [_shown(draft, standing) for standing in path.steps]


def _shown(draft: Draft, standing: Standing) -> StepShown:
    last = standing.last
    look = LAPSED if standing.lapsed else LOOKS.get(last.state, WANTED) if last else WANTED
    return StepShown(standing, *look, who_clears(draft, standing.step), reasons(standing.step))
