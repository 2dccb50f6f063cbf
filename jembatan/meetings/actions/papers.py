"""Papers of a point: put in, taken out and brought back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import AgendaItem, Paper
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_writer
from jembatan.platform.files.names import safe_name
from jembatan.platform.files.store import keep
from jembatan.platform.markings import Marking, highest

LARGEST = 50_000_000
MOST_PAPERS = 50
LONGEST_AUTHOR = 200


@transaction.atomic
def add_paper(
    actor: Actor, item: AgendaItem, content: bytes, *, name: str, author: str = "", marking: Marking
) -> Paper:
    """The same file under the same name stays one paper, at the higher of its markings. Raises `ValidationError` with a sentence."""
    _lock(actor, item)
    if not content:
        raise ValidationError(_("“%(name)s” is empty.") % {"name": name})
    if len(content) > LARGEST:
        raise ValidationError(_("“%(name)s” is larger than 50 MB.") % {"name": name})
    if item.papers.filter(taken_out_at__isnull=True).count() >= MOST_PAPERS:
        raise ValidationError(_("A point has at most %(most)s papers.") % {"most": MOST_PAPERS})
    file, name = keep(content), safe_name(name)
    standing = item.papers.filter(taken_out_at__isnull=True, file=file, name=name)
    return Paper.objects.update_or_create(
        item=item,
        file=file,
        name=name,
        defaults={
            "author": " ".join(author.split())[:LONGEST_AUTHOR],
            "marking": highest([marking, *standing.values_list("marking", flat=True)]),
            "added_by": actor.user,
            "taken_out_at": None,
        },
    )[0]


@transaction.atomic
def take_out_paper(actor: Actor, paper: Paper) -> None:
    """`bring_back_paper` is the way back."""
    _lock(actor, paper.item)
    Paper.objects.filter(pk=paper.pk).update(taken_out_at=timezone.now())


@transaction.atomic
def bring_back_paper(actor: Actor, paper: Paper) -> None:
    """As if it had never been taken out."""
    _lock(actor, paper.item)
    Paper.objects.filter(pk=paper.pk).update(taken_out_at=None)


def _lock(actor: Actor, item: AgendaItem) -> None:
    require_writer(actor)
    visible_meetings(actor).select_for_update(of=("self",)).get(pk=item.meeting_id)
