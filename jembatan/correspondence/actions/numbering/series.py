"""Series of letter numbers: for the head to settle."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.number_patterns import check_pattern
from jembatan.correspondence.models import NumberSeries
from jembatan.platform.access import require_head


@transaction.atomic
def keep_series(
    actor: Actor, series: NumberSeries | None, *, name: str, pattern: str, begins_at: int = 1
) -> NumberSeries:
    """A series, new or changed. Numbers that were given stay as they are; `begins_at` counts where none was given yet.

    Raises `Refused` for a name that is taken, and `NotAPattern`.
    """
    require_head(actor)
    kept = NumberSeries(desk=actor.desk)
    if series is not None:
        kept = NumberSeries.objects.select_for_update().get(pk=series.pk, desk=actor.desk)
    kept.name, kept.pattern, kept.begins_at = name.strip(), check_pattern(pattern), begins_at
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        raise Refused(_("A series of this name is there already.")) from None
    return kept


@transaction.atomic
def retire_series(actor: Actor, series: NumberSeries) -> NumberSeries:
    """It gives no more numbers; its book stays."""
    return _retire(actor, series, retired=True)


@transaction.atomic
def bring_back_series(actor: Actor, series: NumberSeries) -> NumberSeries:
    """The inverse: it goes on where it stopped."""
    return _retire(actor, series, retired=False)


def _retire(actor: Actor, series: NumberSeries, *, retired: bool) -> NumberSeries:
    require_head(actor)
    kept = NumberSeries.objects.select_for_update().get(pk=series.pk, desk=actor.desk)
    kept.retired_at = timezone.now() if retired else None
    kept.save(update_fields=["retired_at"])
    return kept
