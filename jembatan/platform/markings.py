"""TLP 2.0 markings (FIRST, August 2022): labels are upper case and never translated."""

from collections.abc import Iterable
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class Marking(StrEnum):
    """From the widest to the narrowest audience."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


def highest(markings: Iterable[str]) -> Marking:
    """The narrowest audience among them, which a document made of all of them bears; CLEAR for none."""
    order = list(Marking)
    return max((Marking(marking) for marking in markings), key=order.index, default=Marking.CLEAR)


class LoweredMarking(ValidationError):
    """More people would see the record; the editor has to say so."""

    def __init__(self) -> None:
        super().__init__(_("A lower marking lets more people see this. Confirm that you mean it."))


def is_lower(after: str, *, than: str) -> bool:
    """It lets more people see than the other marking."""
    return highest((after, than)) != after
