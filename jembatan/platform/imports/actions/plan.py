"""Making a plan of files: their kinds recognised, their columns guessed. Nothing is imported yet."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.platform.access import require_officer
from jembatan.platform.imports.actions.refusal import CannotImport
from jembatan.platform.imports.importer import importer_for
from jembatan.platform.imports.models import Batch
from jembatan.platform.imports.recognise import Recognised, Recogniser
from jembatan.platform.imports.source import Source
from jembatan.platform.imports.sources import store_uploads


def plan(
    actor: Any,
    paths: Iterable[Path],
    *,
    kind: str | None = None,
    label: str = "",
    options: dict[str, Any] | None = None,
) -> Batch:
    """A stored plan for files and folders that stay where they are. What archives hold is unpacked and kept.

    Raises `CannotImport` when there is nothing to read.
    """
    with TemporaryDirectory(prefix="jembatan-import-") as scratch:
        return plan_in(
            actor, paths, kind=kind, label=label, options=options, scratch=Path(scratch), kept=Path(scratch)
        )


@transaction.atomic
def plan_uploads(
    actor: Any, folder: Path, *, kind: str | None = None, options: dict[str, Any] | None = None
) -> Batch:
    """A stored plan for uploaded files, which lie in a folder that will be gone; their contents are kept.

    Raises `CannotImport` when there is nothing to read.
    """
    require_officer(actor)
    files = sorted(path for path in folder.iterdir() if path.is_file())
    with TemporaryDirectory(dir=folder, prefix=".unpacked-") as scratch:
        sources = [Source(path, path.name) for path in files]
        found = Recogniser(Path(scratch), kind=kind).recognise(sources)
        if not found:
            raise CannotImport(_("Choose at least one file."))
        return _store(
            actor, found, label=", ".join(path.name for path in files), options=options or {}, kept=folder
        )


@transaction.atomic
def plan_in(
    actor: Any,
    paths: Iterable[Path],
    *,
    scratch: Path,
    kept: Path | None = None,
    kind: str | None = None,
    label: str = "",
    options: dict[str, Any] | None = None,
) -> Batch:
    """`plan` for a caller who gives the folder that archives are unpacked into; contents below `kept` are put away."""
    require_officer(actor)
    paths = list(paths)
    for path in paths:
        if not path.exists():
            raise CannotImport(_("There is no file or folder %(path)s.") % {"path": path})
    found = Recogniser(scratch, kind=kind).recognise(Source(path, str(path)) for path in paths)
    if not found:
        raise CannotImport(
            _("There is nothing to import in %(paths)s.") % {"paths": ", ".join(map(str, paths))}
        )
    label = label or ", ".join(path.name or str(path) for path in paths)
    return _store(actor, found, label=label, options=options or {}, kept=kept)


def _store(actor: Any, found: Recognised, *, label: str, options: dict[str, Any], kept: Path | None) -> Batch:
    proposals = {kind: importer_for(kind).propose(sources) for kind, sources in found.known.items()}
    batch = Batch.objects.create(
        desk=actor.desk,
        user=actor.user,
        actor_name=actor.name,
        kind=next(iter(found.known)) if len(found.known) == 1 else "mixed",
        label=label[:300],
        plan={**proposals, "options": options},
    )
    store_uploads(batch, found, below=kept)
    return batch
