"""From paths to kinds: which importer reads which file, and which file nobody can read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from jembatan.platform.imports.importer import Importer, Problem, Source, importer_for, importers

SKIPPED = {".ds_store", "thumbs.db", "desktop.ini"}


def recognise(
    paths: Iterable[Path], *, kind: str | None = None
) -> tuple[dict[str, list[Source]], list[Problem]]:
    """Sources by kind, and the files that no importer recognises. Folders are walked in name order.

    With `kind` given, every file is taken to be of that kind.
    """
    known: dict[str, list[Source]] = {}
    unknown: list[Problem] = []
    for path in paths:
        for source in _sources(path, kind):
            importer = importer_for(kind) if kind else _importer_of(source)
            if importer is None:
                unknown.append(Problem(source.name, _("No importer recognises this file.")))
            else:
                known.setdefault(importer.kind, []).append(source)
    return known, unknown


def _sources(path: Path, kind: str | None) -> Iterator[Source]:
    if not path.is_dir():
        yield Source(path, str(path))
        return
    candidates = [importer_for(kind)] if kind else importers()
    if any(importer.takes_folder(path) for importer in candidates):
        yield Source(path, str(path))
        return
    for child in sorted(path.iterdir()):
        if not child.name.startswith(".") and child.name.lower() not in SKIPPED:
            yield from _sources(child, kind)


def _importer_of(source: Source) -> Importer | None:
    for importer in importers():
        accepts = importer.takes_folder if source.path.is_dir() else None
        if accepts(source.path) if accepts else importer.recognises(source):
            return importer
    return None
