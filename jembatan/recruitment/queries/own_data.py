"""All that is known of an applicant, for them."""

import json
from collections.abc import Mapping
from typing import Any

from jembatan.recruitment.models import Application, InterviewSlot

ABOUT_THEM = (
    "full_name",
    "call_name",
    "email",
    "phone",
    "born",
    "nationality",
    "employment",
    "education",
    "experience",
)
"""The fields of an application that a person fills."""


def own_data(application: Application) -> Mapping[str, Any]:
    """What they said, how it stands, and what was found."""
    answers = application.answers.select_related("question").order_by("question__position")
    return {
        "number": application.number,
        "state": application.status,
        "applied_at": application.applied_at.isoformat(),
        "post": application.post.name if application.post else "",
        **{name: _plain(getattr(application, name)) for name in ABOUT_THEM},
        "days": [day.isoformat() for day in application.days],
        "languages": [
            {"language": row.language, "declared": row.declared, "tested": row.tested}
            for row in application.languages.order_by("language")
        ],
        "answers": [
            {"question": row.question.label(application.language), "answer": str(row)} for row in answers
        ],
        "certificates": [
            {
                "name": row.name,
                "expires": _plain(row.expires),
                "checked_by": row.checked_by.full_name if row.checked_by else "",
                "checked_at": _plain(row.checked_at),
            }
            for row in application.certificates.select_related("checked_by").order_by("pk")
        ],
        "ties": [{"with": row.party, "kind": row.reason} for row in application.ties.order_by("pk")],
        "conflicts": [str(each) for each in application.conflicts.order_by("name")],
        "interview": str(slot)
        if (slot := InterviewSlot.objects.filter(application=application).first())
        else "",
        "ratings": [
            {"mean": rating.mean, "note": rating.note} for rating in application.ratings.order_by("pk")
        ],
        "score": str(application.score),
        "further": application.further,
        "consent": application.consent,
        "consented_at": _plain(application.consented_at),
    }


def own_data_file(application: Application) -> bytes:
    """The same as JSON, to take along."""
    return json.dumps(own_data(application), ensure_ascii=False, indent=2).encode()


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
