"""Files of a matter: put in, replaced by a newer version, taken out, brought back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.changing import locked, tell
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Dossier, DossierFile, FileVersion
from jembatan.platform.access import require_writer
from jembatan.platform.files.names import safe_name
from jembatan.platform.files.store import keep
from jembatan.platform.markings import Marking, highest

LARGEST = 50_000_000
MOST_FILES = 500


@transaction.atomic
def put_in_file(
    actor: Actor, dossier: Dossier, content: bytes, *, name: str, marking: Marking, note: str = ""
) -> FileVersion:
    """Under a name that is there already it is the next version, at the higher marking; the same bytes once more are no new one.

    Raises `Refused`.
    """
    require_writer(actor)
    current = locked(actor, dossier)
    if not content:
        raise Refused(_("“%(name)s” is empty.") % {"name": name})
    if len(content) > LARGEST:
        raise Refused(_("“%(name)s” is larger than 50 MB.") % {"name": name})
    name = safe_name(name)
    known = DossierFile.objects.filter(dossier=current, name=name).first()
    if known is None and current.files.count() >= MOST_FILES:
        raise Refused(_("A dossier holds five hundred files."))
    if known is None:
        known = DossierFile(desk=actor.desk, dossier=current, name=name, marking=marking)
    elif known.taken_out_at is None:
        marking = highest([marking, known.marking])
    known.marking, known.taken_out_at = marking, None
    known.save()
    file, newest = keep(content), newest_version(known)
    if newest is not None and newest.file == file:
        return newest
    number = newest.number + 1 if newest else 1
    version = FileVersion.objects.create(
        of=known, number=number, file=file, note=note.strip(), added_by=actor.user
    )
    tell(actor, current, Change.FILED, name=f"{name} ({number})", marking=marking)
    return version


@transaction.atomic
def take_out_file(actor: Actor, file: DossierFile) -> None:
    """With all its versions; `bring_back_file` is the way back."""
    require_writer(actor)
    locked(actor, file.dossier)
    DossierFile.objects.filter(pk=file.pk).update(taken_out_at=timezone.now())


@transaction.atomic
def bring_back_file(actor: Actor, file: DossierFile) -> None:
    """As if it had never been taken out."""
    require_writer(actor)
    locked(actor, file.dossier)
    DossierFile.objects.filter(pk=file.pk).update(taken_out_at=None)


def newest_version(file: DossierFile) -> FileVersion | None:
    """The one that counts."""
    if file.pk is None:
        return None
    return file.versions.select_related("file").order_by("-number").first()
