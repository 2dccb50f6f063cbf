"""All that is known of an officer, for them: what stands here, and what rooms above keep of them."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Q

from jembatan.programmes.models import Officer, Pair

FIELDS = (
    "number",
    "full_name",
    "call_name",
    "address_form",
    "email",
    "phone",
    "born",
    "nationality",
    "employment",
    "level",
    "status",
    "window_from",
    "window_until",
    "wishes",
    "further",
    "forgotten_at",
)

type Part = Callable[[Officer], Mapping[str, Any]]
_registered: list[Part] = []


def register_own_data(part: Part) -> None:
    """What a room above keeps of an officer, by headings of its own: values that JSON has, and whatever says `isoformat`."""
    if part not in _registered:
        _registered.append(part)


def own_data(officer: Officer) -> dict[str, Any]:
    """By headings."""
    bonds = Pair.objects.filter(Q(first=officer) | Q(second=officer)).select_related("first", "second")
    known: dict[str, Any] = {
        "programme": officer.programme.name,
        **{name: getattr(officer, name) for name in FIELDS},
        "post": officer.post.name if officer.post else "",
        "leader": officer.leader.number if officer.leader else None,
        "days": officer.days,
        "languages": list(officer.languages.order_by("language").values("language", "declared", "tested")),
        "certificates": [
            {
                "name": row.name,
                "expires": row.expires,
                "checked_by": row.checked_by.full_name if row.checked_by else "",
                "checked_at": row.checked_at,
            }
            for row in officer.certificates.select_related("checked_by").order_by("pk")
        ],
        "absences": [
            {"from": row.during.lower, "until": row.during.upper, "reason": row.reason}
            for row in officer.absences.order_by("during")
        ],
        "conflicts": [
            {"delegation": row.delegation.name, "reason": row.reason}
            for row in officer.conflicts.select_related("delegation").order_by("pk")
        ],
        "asked_to_be_deleted": list(
            officer.deletion_requests.order_by("pk").values("asked_at", "state", "reason", "decided_at")
        ),
        "pairs": [
            {
                "with": (row.second if row.first_id == officer.pk else row.first).number,
                "together": row.together,
            }
            for row in bonds.order_by("pk")
        ],
    }
    for part in _registered:
        known |= part(officer)
    return known


def own_data_file(officer: Officer) -> bytes:
    """The same as JSON, to take along."""
    return as_json(own_data(officer))


def as_json(known: Mapping[str, Any]) -> bytes:
    """To be read by people too; days and moments as ISO 8601."""
    return json.dumps(known, ensure_ascii=False, indent=2, default=_plain).encode()


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
