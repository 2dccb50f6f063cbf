"""What the field keeps of an officer, for them."""

from collections.abc import Mapping
from typing import Any

from jembatan.field.models import Attendance, Lateness
from jembatan.programmes.models import Officer


def kept_of_officer(officer: Officer) -> Mapping[str, Any]:
    """When they came and went, what they spent and reported, and the phones they signed in with."""
    attended = Attendance.objects.filter(officer=officer).order_by("in_at", "pk")
    late = Lateness.objects.filter(officer=officer).order_by("noticed_at", "pk")
    return {
        "attendance": list(attended.values("duty__title", "in_at", "in_how", "out_at", "out_how")),
        "late": list(late.values("duty__title", "noticed_at", "missing_at")),
        "claims": [
            {
                "kind": row.kind,
                "day": row.day,
                "amount": row.amount,
                "currency": row.currency,
                "minutes": row.minutes,
                "text": row.text,
                "state": row.state,
                "reason": row.reason,
                "files": [str(file) for file in row.files.all()],
            }
            for row in officer.claims.prefetch_related("files").order_by("day", "pk")
        ],
        "incidents": [
            {
                "severity": row.severity,
                "text": row.text,
                "happened_at": row.happened_at,
                "settled_at": row.settled_at,
                "files": [str(file) for file in row.files.all()],
            }
            for row in officer.incidents.prefetch_related("files").order_by("happened_at", "pk")
        ],
        "phone_links": list(officer.phone_links.order_by("pk").values("made_at", "until", "revoked_at")),
        "phones": list(officer.phones.order_by("pk").values("begun_at", "seen_at", "ended_at")),
        "sent_by_phone": list(
            officer.deeds.order_by("pk").values("kind", "happened_at", "received_at", "outcome", "told")
        ),
        "changes_read": list(
            officer.changes_seen.order_by("pk").values("kind", "record", "version", "seen_at")
        ),
    }
