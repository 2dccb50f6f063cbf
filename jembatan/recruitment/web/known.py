"""What stands in the form of an application when it is opened again."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.translation import get_language, gettext_lazy

from jembatan.directory.formats.places import language_name
from jembatan.programmes.formats.spans import spans_of
from jembatan.recruitment.models import Application, Call
from jembatan.recruitment.queries.own_data import ABOUT_THEM

CHANGED_MEANWHILE = gettext_lazy(
    "This application was changed while you were writing. Send it again to put yours in place of that."
)


def tongue() -> str:
    """Which of the two languages is in force."""
    return "id" if (get_language() or "id").startswith("id") else "en"


def known_of(call: Call, application: Application | None, *, by_desk: bool = False) -> dict[str, Any]:
    """By field of the form; of a new application only the programme's days. Applicants are offered all days where they have said none, the desk is not."""
    first, last = call.programme.first_day, call.programme.last_day
    if application is None:
        return {"first-0": first, "last-0": last}
    known: dict[str, Any] = {name: getattr(application, name) for name in ABOUT_THEM}
    known["post"] = application.post_id
    known |= {f"q{row.question_id}": row.text for row in application.answers.all() if row.text}
    spans = spans_of(application.days) or ([] if by_desk else [(first, last)])
    known |= _rows(("first", "last"), spans)
    declared = [row for row in application.languages.order_by("pk") if row.declared]
    spoken = [(language_name(row.language, tongue()), row.declared) for row in declared]
    known |= _rows(("language", "level"), spoken)
    certificates = application.certificates.order_by("pk").values_list("name", "expires")
    known |= _rows(("certificate", "expires"), certificates)
    return known | _rows(("party", "tie"), application.ties.order_by("pk").values_list("party", "reason"))


def seen(known: Mapping[str, Any]) -> str:
    """What stood in a form when somebody opened it, for the form to bring along."""
    return salted_hmac(
        "jembatan application seen", repr(sorted(known.items())), algorithm="sha256"
    ).hexdigest()


def changed_since(standing: str, sent: Mapping[str, Any]) -> bool:
    """Whether something else is `standing` than when the form was opened that is sent now."""
    return bool(sent.get("seen", standing) != standing)


def _rows(names: tuple[str, str], values: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    return {
        f"{name}-{row}": value
        for row, pair in enumerate(values)
        for name, value in zip(names, pair, strict=True)
    }
