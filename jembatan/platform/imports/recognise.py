"""From paths to kinds: which importer reads which file, and which file nobody can read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext_noop as _

from jembatan.platform.imports.archives import Budget, CannotUnpack, is_archive, unpack
from jembatan.platform.imports.importer import Importer, importer_for, importers
from jembatan.platform.imports.source import Source

SKIPPED = {".ds_store", "thumbs.db", "desktop.ini", "__macosx"}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A file that nobody reads, and why."""

    source: Source
    reason: str


@dataclass(slots=True)
class Recognised:
    """Sources by kind in the order of the register, and the files that no importer recognises."""

    known: dict[str, list[Source]] = field(default_factory=dict)
    unknown: list[Unknown] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.known or self.unknown)


@dataclass(slots=True)
class Recogniser:
    """Walks folders in name order and opens archives into `scratch`, which has to outlive the sources.

    With `kind` given, every file is taken to be of that kind. Hidden files and what systems leave behind are no items.
    """

    scratch: Path
    kind: str | None = None
    budget: Budget = field(default_factory=Budget)
    result: Recognised = field(default_factory=Recognised)
    _unpacked: int = 0

    def recognise(self, sources: Iterable[Source]) -> Recognised:
        """Every file below these sources, each exactly once."""
        for source in sources:
            for found in self._walk(source):
                self._sort(found)
        order = {importer.kind: place for place, importer in enumerate(importers())}
        self.result.known = dict(sorted(self.result.known.items(), key=lambda item: order.get(item[0], 0)))
        return self.result

    def _walk(self, source: Source) -> Iterator[Source]:
        if not source.path.is_dir() or any(i.takes_folder(source.path) for i in self._candidates()):
            yield source
            return
        for child in sorted(source.path.iterdir()):
            if not child.name.startswith(".") and child.name.lower() not in SKIPPED:
                yield from self._walk(Source(child, f"{source.name}/{child.name}"))

    def _sort(self, source: Source) -> None:
        if source.path.is_file() and source.path.stat().st_size == 0:
            self.result.unknown.append(Unknown(source, _("The file is empty.")))
        elif importer := self._importer_of(source):
            self.result.known.setdefault(importer.kind, []).append(source)
        elif is_archive(source.path):
            self._open(source)
        else:
            self.result.unknown.append(Unknown(source, _("No importer recognises this file.")))

    def _importer_of(self, source: Source) -> Importer | None:
        if source.path.is_dir():
            return next((i for i in self._candidates() if i.takes_folder(source.path)), None)
        if self.kind and not is_archive(source.path):
            return importer_for(self.kind)
        return next((i for i in self._candidates() if i.recognises(source)), None)

    def _open(self, source: Source) -> None:
        self._unpacked += 1
        folder = self.scratch / str(self._unpacked)
        folder.mkdir(parents=True)
        try:
            left_out = unpack(source.path, folder, budget=self.budget)
        except CannotUnpack as error:
            self.result.unknown.append(Unknown(source, str(error)))
            return
        for name in left_out:
            link = Source(folder / "left out", f"{source.name}/{name}")
            self.result.unknown.append(Unknown(link, _("A link or device inside an archive is not read.")))
        for found in self._walk(Source(folder, source.name)):
            self._sort(found)

    def _candidates(self) -> list[Importer]:
        return [importer_for(self.kind)] if self.kind else importers()
