"""Between stored uploads and what importers read."""

from pathlib import Path

from django.core.files.storage import default_storage
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from jembatan.platform.files.store import keep_from
from jembatan.platform.imports.models import Batch, QuarantinedItem, Upload
from jembatan.platform.imports.recognise import Recognised
from jembatan.platform.imports.source import Source


def source_of(upload: Upload) -> Source:
    """The file named at the command line, or the stored content of an upload by a page."""
    if upload.file is None:
        return Source(Path(upload.path), upload.name)
    return Source(Path(default_storage.path(upload.file.path)), upload.name)


def source_of_item(item: QuarantinedItem) -> Source:
    """What an item was read from as the import had it: a file, or the folder that it lay in. It may be gone since."""
    uploads = Upload.objects.filter(batch=item.batch_id).annotate(source=Value(item.source))
    holding = uploads.filter(Q(name=F("source")) | Q(source__startswith=Concat("name", Value("/"))))
    upload = holding.select_related("file").order_by("id").first()
    return source_of(upload) if upload else Source(Path(item.source), item.source)


def store_uploads(batch: Batch, found: Recognised, *, below: Path | None = None) -> None:
    """One row a source. The content of files below `below` is put away, since that folder will be gone."""
    labelled = [(kind, source, "") for kind, sources in found.known.items() for source in sources]
    labelled += [("", unknown.source, unknown.reason) for unknown in found.unknown]
    Upload.objects.bulk_create(
        (
            _upload(batch, kind, file, reason, below)
            for kind, source, reason in labelled
            for file in _files(source, below)
        ),
        batch_size=1000,
    )


def _upload(batch: Batch, kind: str, source: Source, reason: str, below: Path | None) -> Upload:
    upload = Upload(batch=batch, kind=kind, name=source.name[-500:], reason=reason)
    if below and source.path.is_relative_to(below) and source.path.is_file():
        with source.path.open("rb") as content:
            upload.file = keep_from(content)
    else:
        upload.path = str(source.path)
    return upload


def _files(source: Source, below: Path | None) -> list[Source]:
    """The source itself; a folder that will be gone is taken apart into its files."""
    if not (below and source.path.is_dir() and source.path.is_relative_to(below)):
        return [source]
    return [
        Source(path, f"{source.name}/{path.relative_to(source.path)}")
        for path in sorted(source.path.rglob("*"))
        if path.is_file()
    ]
