"""How far a draft is on its way out: each step that the rules want, with what was last decided about it."""

from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role, User
from jembatan.accounts.queries.actors import members_of
from jembatan.correspondence.access import may_clear_step
from jembatan.correspondence.clearance import Key, Step, steps_for
from jembatan.correspondence.models import Clearance, Clearer, Consultation, Draft
from jembatan.correspondence.queries.clearance.facts import facts_of
from jembatan.correspondence.queries.clearance.fingerprint import fingerprint
from jembatan.correspondence.queries.clearance.rules import rules_of
from jembatan.correspondence.queries.clearance.writer import uploaders_of, writer_of

State = Clearance.State


@dataclass(frozen=True, slots=True)
class Standing:
    """A step and what was last decided about it. `holds`: it is cleared, for the words as they stand now."""

    step: Step
    last: Clearance | None
    holds: bool
    writer: int | None
    uploaders: frozenset[int] = frozenset()

    @property
    def asked(self) -> Clearance | None:
        """The request that waits for an answer."""
        return self.last if self.last and self.last.state == State.ASKED else None

    @property
    def lapsed(self) -> bool:
        """It was cleared, and the words have changed since."""
        return self.last is not None and self.last.state in {State.CLEARED, State.LAPSED} and not self.holds

    def may_be_cleared_by(self, actor: Actor) -> bool:
        """Whoever was asked about a colleague's words may change them and clears what he has made of them."""
        asked = self.asked
        writers = asked.writers if asked else {self.writer, *self.uploaders}
        return may_clear_step(actor, clearer=self.step.clearer, member=self.step.member, writers=writers)


@dataclass(frozen=True, slots=True)
class Path:
    """All steps in order, for the words with this fingerprint."""

    fingerprint: str
    steps: list[Standing]

    @property
    def open(self) -> list[Standing]:
        """What is still missing."""
        return [each for each in self.steps if not each.holds]

    def stops(self, actor: Actor) -> list[Standing]:
        """What somebody else has to clear before the actor may send: sending clears what the actor may clear."""
        return [each for each in self.open if not each.may_be_cleared_by(actor)]


def path_of(draft: Draft) -> Path:
    """As it stands now."""
    mark = fingerprint(draft)
    steps = steps_for(rules_of(draft.desk), facts_of(draft))
    last: dict[Key, Clearance] = {}
    decided = draft.clearances.exclude(state=State.WITHDRAWN).select_related("decided_by", "member")
    for each in decided.order_by("pk") if steps else ():
        last[Clearer(each.clearer), each.member_id, each.address] = each
    outside = _cleared_outside(draft, mark) if any(step.address for step in steps) else set()
    return Path(mark, [_standing(draft, step, last.get(step.key), mark, outside=outside) for step in steps])


def clearers_of(draft: Draft, step: Step) -> list[User]:
    """Which members are asked for this step; the head stands in where there is no other officer."""
    if step.clearer == Clearer.CONSULTED:
        return []
    members = members_of(draft.desk)
    heads = [each.user for each in members if each.role == Role.HEAD]
    if step.clearer == Clearer.HEAD:
        return heads
    if step.member is not None:
        return [each.user for each in members if each.user_id == step.member]
    officers = [each.user for each in members if each.role == Role.OFFICER]
    writers = {_writer(draft, step), *_uploaders(draft, step)}
    return [user for user in officers if user.pk not in writers] or heads


def _standing(draft: Draft, step: Step, last: Clearance | None, mark: str, *, outside: set[str]) -> Standing:
    cleared = last is not None and last.state == State.CLEARED and last.fingerprint == mark
    return Standing(
        step, last, cleared or step.address in outside, _writer(draft, step), _uploaders(draft, step)
    )


def _writer(draft: Draft, step: Step) -> int | None:
    """Where no rule wants the step, a drafter's last touch alone is what an officer looks at."""
    return writer_of(draft) if step.rules and step.clearer == Clearer.OFFICER else draft.saved_by_id


def _uploaders(draft: Draft, step: Step) -> frozenset[int]:
    return uploaders_of(draft) if step.rules and step.clearer == Clearer.OFFICER else frozenset()


def _cleared_outside(draft: Draft, mark: str) -> set[str]:
    """Addresses whose readers were given the whole of it as it stands now, and have said yes."""
    said = Consultation.objects.filter(
        draft=draft, fingerprint=mark, state=Consultation.State.ANSWERED, clears=True
    )
    return set(said.values_list("email", flat=True))
