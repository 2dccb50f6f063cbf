"""What becomes of the items that repeat another one, when that one is filed or its import taken back."""

from collections import Counter

from django.db.models import F, QuerySet

from jembatan.platform.imports.models import Batch, QuarantinedItem

State = QuarantinedItem.State
HANDED_ON = (State.WAITING, State.DISMISSED)


def settle_repeats(item: QuarantinedItem) -> None:
    """The item is filed: what holds the same is already there, as if it had been imported now, and the accounts follow."""
    same = _same(item).filter(state__in=[State.WAITING, State.REPEATED])
    settled = dict(same.order_by("id").values_list("pk", "batch_id"))
    QuarantinedItem.objects.filter(pk__in=settled).update(state=State.FILED)
    for batch_id, number in sorted(Counter(settled.values()).items()):
        Batch.objects.filter(pk=batch_id).update(
            duplicates=F("duplicates") + number, quarantined=F("quarantined") - number
        )


def hand_on(batch: Batch) -> None:
    """The batch is taken back with all that it set aside; where another import repeats an item, that one has it from now on."""
    QuarantinedItem.objects.filter(batch=batch, state=State.REPEATED).update(state=State.TAKEN_BACK)
    for item in QuarantinedItem.objects.filter(batch=batch, state__in=HANDED_ON).order_by("id").iterator(50):
        state, item.state = item.state, State.TAKEN_BACK
        item.save(update_fields=["state"])
        heir = _same(item).filter(state=State.REPEATED).order_by("id").first()
        if heir is not None:
            heir.state, heir.raw = state, item.raw
            heir.save(update_fields=["state", "raw"])


def _same(item: QuarantinedItem) -> QuerySet[QuarantinedItem]:
    others = QuarantinedItem.objects.filter(desk=item.desk_id, digest=item.digest, kind=item.kind)
    return others.filter(batch__state=Batch.State.DONE).exclude(pk=item.pk)
