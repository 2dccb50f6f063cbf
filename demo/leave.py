"""What the demo office wrote beside its imports goes before they are taken back."""

from demo import arrangements, negotiation
from demo.briefs import take_brief_along
from demo.correspondence import PARTS
from demo.dossiers import MATTERS
from demo.event import festival
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.following import lines_follow
from jembatan.correspondence.models import Draft, Thread
from jembatan.directory.models import Counterpart
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry, Placement
from jembatan.platform.imports.models import Batch


def clear_tables(desk: Desk) -> None:
    """The brief, what it worked with, counterparts of its partners, and its dossiers that nobody has gone on with."""
    take_brief_along(desk)
    festival.remove(desk)
    negotiation.remove(desk)
    arrangements.remove(desk)
    for part in reversed(PARTS):
        part.remove(desk)
    batches = Batch.objects.filter(desk=desk, is_demo=True).values("pk")
    Counterpart.objects.filter(desk=desk, organisation__import_batch__in=batches).delete()
    _close_matters(desk)


def _close_matters(desk: Desk) -> None:
    """A dossier stays where the journal tells of it, and where somebody owns or answers one of its conversations."""
    titles = [matter.title for matter in MATTERS]
    told = Entry.objects.filter(desk=desk, dossier__isnull=False).values("dossier")
    filed = Thread.objects.filter(desk=desk, dossier__isnull=False)
    owned = filed.filter(owner__isnull=False).values("dossier")
    answered = filed.filter(messages__in=Draft.objects.values("answers")).values("dossier")
    dossiers = Dossier.objects.filter(desk=desk, title__in=titles)
    leaving = list(
        dossiers.exclude(pk__in=told)
        .exclude(pk__in=owned)
        .exclude(pk__in=answered)
        .values_list("pk", flat=True)
    )
    threads = list(filed.filter(dossier__in=leaving).values_list("pk", flat=True))
    Thread.objects.filter(pk__in=threads).update(dossier=None)
    lines_follow(desk, threads)
    Placement.objects.filter(dossier__in=leaving).delete()
    Dossier.objects.filter(pk__in=leaving).delete()
