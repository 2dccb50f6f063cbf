"""What an import cannot understand waits, once: the same content that comes again follows the item that waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext_noop as _

from jembatan.platform.imports.models import Batch, QuarantinedItem
from jembatan.platform.imports.reasons import because, embedded

State = QuarantinedItem.State


@dataclass(frozen=True, slots=True)
class SetAside:
    """An item for the quarantine; `position` is its line, row or number within the source (0: the source itself)."""

    source: str
    position: int
    reason: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """An item that was set aside, and the problem that the import reports."""

    source: str
    position: int
    problem: str


def set_aside(batch: Batch, kind: str, items: Iterable[SetAside]) -> list[Told]:
    """Keep them with the batch, in one statement; of what waits already, or twice among them, the first alone waits.

    The caller holds the lock of `one_import_at_a_time`: two imports at once would both find that nothing waits, and the
    database would refuse the second.
    """
    items = list(items)
    digests = [digest_of(item) for item in items]
    waiting = {bytes(row.digest): row.batch for row in _waiting(batch, kind, digests)}
    rows: list[QuarantinedItem] = []
    told: list[Told] = []
    for item, digest in zip(items, digests, strict=True):
        holder = waiting.get(digest)
        rows.append(_row(batch, kind, item, digest, repeated=holder is not None))
        told.append(Told(item.source, item.position, _problem(item.reason, batch, holder)))
        waiting.setdefault(digest, batch)
    QuarantinedItem.objects.bulk_create(rows)
    return told


def digest_of(item: SetAside) -> bytes:
    """SHA-256 of the bytes; of what has none (an empty file, one whose words are not kept), that of its place and reason."""
    place = f"{item.source}:{item.position}:{item.reason}"
    return sha256(item.raw or place.encode(errors="surrogatepass")).digest()


def _waiting(batch: Batch, kind: str, digests: list[bytes]) -> Iterable[QuarantinedItem]:
    waiting = QuarantinedItem.objects.filter(
        desk=batch.desk_id, kind=kind, digest__in=digests, state=State.WAITING
    )
    return waiting.select_related("batch").only("digest", "batch__label")


def _row(batch: Batch, kind: str, item: SetAside, digest: bytes, *, repeated: bool) -> QuarantinedItem:
    return QuarantinedItem(
        desk_id=batch.desk_id,
        batch=batch,
        kind=kind,
        source=item.source[:1000],
        position=item.position,
        reason=item.reason,
        raw=b"" if repeated else item.raw,
        digest=digest,
        state=State.REPEATED if repeated else State.WAITING,
    )


def _problem(reason: str, batch: Batch, holder: Batch | None) -> str:
    if holder is None or holder.pk == batch.pk:
        return reason
    return because(
        _("%(reason)s It waits already, since import %(batch)s (%(label)s)."),
        reason=embedded(reason),
        batch=holder.pk,
        label=holder.label,
    )
