"""One collection as anybody sees it who has its address."""

from functools import cached_property

from django.db.models import QuerySet

from jembatan.platform.dav.models import Resource
from jembatan.platform.dav.shelf import Shelf
from jembatan.platform.markings import Marking

OPEN = (Marking.CLEAR, Marking.GREEN)


class OpenShelf(Shelf):
    """What may stand under an address that anybody can open who has it: nothing that only some of the desk may see."""

    @cached_property
    def _hidden(self) -> list[int]:
        return sorted(self.book.hidden_outside(self.seat.actor.desk))

    def _visible(self) -> QuerySet[Resource]:
        return super()._visible().filter(marking__in=OPEN)
