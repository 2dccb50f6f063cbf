"""What stands in the form of an application when it is opened again."""

from typing import Any

from django.utils.translation import get_language

from jembatan.directory.formats.places import language_name
from jembatan.recruitment.models import Application, Call


def tongue() -> str:
    """Which of the two languages is in force."""
    return "id" if (get_language() or "id").startswith("id") else "en"


def known_of(call: Call, application: Application | None, *, most: int) -> dict[str, Any]:
    """By field of the form; of a new application only the programme's days. `most` languages."""
    first, last = call.programme.first_day, call.programme.last_day
    if application is None:
        return {"first": first, "last": last}
    names = (
        "full_name",
        "call_name",
        "phone",
        "born",
        "nationality",
        "employment",
        "education",
        "experience",
    )
    known: dict[str, Any] = {name: getattr(application, name) for name in names}
    known |= {"post": application.post_id, "first": first, "last": last}
    if application.days:
        known |= {"first": application.days[0], "last": application.days[-1]}
    known |= {f"q{row.question_id}": row.text for row in application.answers.all() if row.text}
    declared = [row for row in application.languages.order_by("pk") if row.declared]
    for number, row in enumerate(declared[:most]):
        known |= {
            f"language-{number}": language_name(row.language, tongue()),
            f"level-{number}": row.declared,
        }
    return known
