"""What the demo office wrote beside its imports goes before they are taken back."""

from demo.briefs import take_brief_along
from demo.dossiers import MATTERS
from jembatan.accounts.models import Desk
from jembatan.directory.models import Counterpart
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry, Placement
from jembatan.platform.imports.models import Batch


def clear_tables(desk: Desk) -> None:
    """The brief, counterparts of the demo's partners, and its dossiers that nothing has been recorded about since."""
    take_brief_along(desk)
    batches = Batch.objects.filter(desk=desk, is_demo=True).values("pk")
    Counterpart.objects.filter(desk=desk, organisation__import_batch__in=batches).delete()
    titles = [matter.title for matter in MATTERS]
    used = Entry.objects.filter(desk=desk, dossier__isnull=False).values("dossier")
    going = Dossier.objects.filter(desk=desk, title__in=titles).exclude(pk__in=used)
    Placement.objects.filter(dossier__in=going).delete()
    going.delete()
