"""What a letter or a question may be about beside mail: records of rooms above, which they make known here."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models.matter import AboutRecord
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True)
class About:
    """One matter, as its room tells it: what it is called, its marking, its dossier, and what the journal's line follows."""

    title: str
    marking: Marking
    dossier: Dossier | None
    source: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class Matter:
    """A kind of matter. `any` are all of them, `visible` those that an actor sees, `page` is the address of one, `about` tells of one.

    Letters about matters that are not `filed` leave no message and no line in the journal: they are forgotten with their matter.
    """

    kind: str
    any: QuerySet[Any]
    visible: Callable[[Actor], QuerySet[Any]]
    page: Callable[[int], str]
    about: Callable[[Any], About]
    filed: bool = True


_matters: dict[str, Matter] = {}


def register_matter(matter: Matter) -> None:
    """Letters and questions may be about such records, and are seen by whoever sees them."""
    _matters[matter.kind] = matter


def matter_of(row: AboutRecord) -> Matter | None:
    """The kind of what it is about; None for mail."""
    return _matters.get(row.matter_kind)


def unfiled_kinds() -> list[str]:
    """Those whose letters leave no message."""
    return [matter.kind for matter in _matters.values() if not matter.filed]


def about(row: AboutRecord) -> About | None:
    """What it is about, whoever looks; None for mail, and for what is gone."""
    matter = matter_of(row)
    record = matter.any.filter(pk=row.matter_id).first() if matter else None
    return matter.about(record) if matter and record else None


def told_of(rows: Iterable[AboutRecord]) -> dict[tuple[str, int | None], tuple[About, str]]:
    """What each of several is about, and its page, by kind and id; one question a kind. Nothing of mail, and of what is gone."""
    ids: dict[str, set[int]] = {}
    for row in rows:
        if row.matter_id is not None:
            ids.setdefault(row.matter_kind, set()).add(row.matter_id)
    return {
        (kind, pk): (matter.about(record), matter.page(pk))
        for kind, matter in _matters.items()
        if kind in ids
        for pk, record in matter.any.in_bulk(ids[kind]).items()
    }


def within_visible_matters(actor: Actor, *, prefix: str = "", kinds: Collection[str] | None = None) -> Q:
    """A condition on rows, or on what they point at (`prefix`): about mail alone, or about a record that the actor sees.

    kinds: those that occur, where that is known; wording the question for all of them takes longer than the answer.
    """
    seen = Q(**{f"{prefix}matter_kind": ""})
    for kind, matter in _matters.items():
        if kinds is None or kind in kinds:
            ids = matter.visible(actor).values("pk")
            seen |= Q(**{f"{prefix}matter_kind": kind, f"{prefix}matter_id__in": ids})
    return seen
