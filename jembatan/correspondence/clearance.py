"""Which clearances a mail needs: the desk's rules held against what is known of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jembatan.correspondence.models import ClearanceRule, Clearer
from jembatan.platform.markings import Marking, highest

type Key = tuple[Clearer, int | None, str]

ORDER = list(Clearer)
Condition = ClearanceRule.Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What decides about a mail. `organisations` are those of its receivers and all that these are part of; `leads` who leads each.

    A mail that stays among ourselves needs nothing: `leaves` is false.
    """

    leaves: bool
    by_drafter: bool = False
    organisations: frozenset[int] = frozenset()
    leads: Mapping[int, int] = field(default_factory=dict)
    dossier: int | None = None
    marking: Marking = Marking.CLEAR
    carries_statement: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One clearance: of a member, where one is named, or of those who read at an address, who are consulted.

    `rules` want it; none of them where a drafter's mail needs an officer, which holds everywhere.
    """

    clearer: Clearer
    member: int | None = None
    address: str = ""
    rules: tuple[ClearanceRule, ...] = ()

    @property
    def key(self) -> Key:
        """Tells the steps of one draft apart."""
        return self.clearer, self.member, self.address


def steps_for(rules: Iterable[ClearanceRule], facts: Facts) -> list[Step]:
    """In the order in which they are asked, each once with all the rules that want it."""
    if not facts.leaves:
        return []
    wanted: dict[Key, list[ClearanceRule]] = {}
    if facts.by_drafter:
        wanted[Clearer.OFFICER, None, ""] = []
    for rule in rules:
        if applies(rule, facts):
            for key in _who(rule, facts):
                wanted.setdefault(key, []).append(rule)
    steps = [Step(*key, tuple(found)) for key, found in wanted.items()]
    return sorted(steps, key=lambda step: (ORDER.index(step.clearer), step.member or 0, step.address))


def applies(rule: ClearanceRule, facts: Facts) -> bool:
    """Whether the mail is of the kind that the rule speaks of."""
    match Condition(rule.condition):
        case Condition.PARTNER:
            return rule.organisation_id in facts.organisations
        case Condition.DOSSIER:
            return rule.dossier_id == facts.dossier
        case Condition.MARKING:
            return highest([facts.marking, rule.marking]) == facts.marking
        case Condition.STATEMENT:
            return facts.carries_statement


def _who(rule: ClearanceRule, facts: Facts) -> Iterator[Key]:
    """Where nobody leads the partner, the head clears in the lead's place."""
    if rule.clearer != Clearer.LEAD:
        yield Clearer(rule.clearer), rule.member_id, rule.address
        return
    asked = facts.organisations if rule.organisation_id is None else {rule.organisation_id}
    leads = {facts.leads[organisation] for organisation in asked if organisation in facts.leads}
    if not leads:
        yield Clearer.HEAD, None, ""
    for lead in sorted(leads):
        yield Clearer.LEAD, lead, ""
