"""What people call kinds and states of imports."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _

from jembatan.platform.imports.importer import importers
from jembatan.platform.imports.models import Batch


@dataclass(frozen=True, slots=True)
class Badge:
    """A state as icon, word and tone."""

    icon: str
    text: str
    tone: str = ""


def kind_label(kind: str) -> str:
    """The importer's own label; several kinds together, or none, have a word of their own."""
    labels = {importer.kind: str(importer.label) for importer in importers()}
    if kind == "mixed":
        return _("Several kinds")
    return labels.get(kind) or (kind or _("Not recognised"))


def short_names(paths: Sequence[str]) -> list[str]:
    """Files without the folders that all of them are in."""
    parted = [PurePath(path).parts for path in paths]
    levels = zip(*(parts[:-1] for parts in parted), strict=False)  # down to the shallowest file
    shared = sum(1 for _folder in takewhile(lambda level: len(set(level)) == 1, levels))
    return [str(PurePath(*parts[shared:])) for parts in parted]


def state_badge(batch: Batch, *, tried: bool) -> Badge:
    """The batch's state, in more words than the database needs."""
    state = Batch.State
    badges = {
        state.TRYING: Badge("hourglass", _("Being tried"), "laut"),
        state.RUNNING: Badge("hourglass", _("Being imported"), "laut"),
        state.DONE: Badge("circle-check", _("Imported"), "daun"),
        state.FAILED: Badge("circle-alert", _("Failed"), "bata"),
        state.ROLLED_BACK: Badge("undo-2", _("Taken back")),
    }
    planned = Badge("circle-dot", _("Tried, not imported yet") if tried else _("Planned"), "soga")
    return badges.get(state(batch.state), planned)


def outcome_badge(outcome: str) -> Badge:
    """What becomes of an item."""
    return {
        "filed": Badge("plus", _("New"), "daun"),
        "updated": Badge("pencil", _("Changed"), "nila"),
        "duplicate": Badge("copy", _("Already there")),
        "quarantined": Badge("triangle-alert", _("Set aside"), "bata"),
    }[outcome]


def figures(accounts: dict[str, Any]) -> list[tuple[str, int, str]]:
    """The accounts as label, number and tone, in the order in which they add up."""
    return [
        (_("Read"), accounts["read"], ""),
        (_("New"), accounts["filed"], "daun"),
        (_("Changed"), accounts["updated"], "nila"),
        (_("Already there"), accounts["duplicates"], ""),
        (_("Set aside"), accounts["quarantined"], "bata" if accounts["quarantined"] else ""),
    ]
