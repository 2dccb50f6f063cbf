"""An officer whose phone does not ring and to whom no letter can leave stands on a list until somebody has told them."""

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.field.models import Unreached
from jembatan.field.queries.unreached import still_unreached
from jembatan.platform.access import require_officer
from jembatan.programmes.models import Officer


def note_unreached(officer: Officer, *, first: bool) -> None:
    """Inside the transaction that tried to write; anew, also where they were told of what was before."""
    now = timezone.now()
    Unreached.objects.update_or_create(
        officer=officer, defaults={"first": first, "since": now, "told_at": None, "told_by": None}
    )


def awaits_first(officer: Officer) -> bool:
    """They have never heard of their duties: a letter that can leave by now tells all of them."""
    return still_unreached(timezone.now()).filter(officer=officer, first=True).exists()


def note_reached(officer: Officer) -> None:
    """A letter has left."""
    Unreached.objects.filter(officer=officer).delete()


@transaction.atomic
def mark_told(actor: Actor, row: Unreached, *, told: bool) -> None:
    """Somebody has told them; or has not, after all."""
    require_officer(actor)
    current = Unreached.objects.select_for_update(no_key=True).get(pk=row.pk)
    current.told_at, current.told_by = (timezone.now(), actor.user) if told else (None, None)
    current.save(update_fields=["told_at", "told_by"])
