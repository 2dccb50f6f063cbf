"""All that is known of an applicant, for them."""

from collections.abc import Mapping
from typing import Any

from jembatan.programmes.models import Officer
from jembatan.programmes.queries.own_data import as_json
from jembatan.recruitment.models import Application, BadgePhoto, InterviewSlot

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
        "applied_at": application.applied_at,
        "post": application.post.name if application.post else "",
        **{name: getattr(application, name) for name in ABOUT_THEM},
        "days": list(application.days),
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
                "expires": row.expires,
                "checked_by": row.checked_by.full_name if row.checked_by else "",
                "checked_at": row.checked_at,
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
        "consented_at": application.consented_at,
    }


def own_data_file(application: Application) -> bytes:
    """The same as JSON, to take along."""
    return as_json(own_data(application))


def kept_of_officer(officer: Officer) -> Mapping[str, Any]:
    """The application that they came with, trainings, the task book, and whether the badge has a photo."""
    application = Application.objects.select_related("post").filter(officer=officer).first()
    attended = officer.trainings_attended.order_by("training__day", "pk")
    return {
        "application": own_data(application) if application else None,
        "trainings": list(attended.values("training__title", "training__day")),
        "task_book": list(officer.signed.order_by("at").values("task__name", "by__full_name", "at")),
        "photo": BadgePhoto.objects.filter(officer=officer).exists(),
    }
