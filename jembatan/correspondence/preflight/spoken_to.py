"""How a receiver is spoken to, from what is known, else from the name in the receivers' field."""

import re
from dataclasses import dataclass

from jembatan.correspondence.preflight.greeting import FORMS
from jembatan.correspondence.preflight.knowledge import NameOrder, Receiver
from jembatan.correspondence.preflight.letter import Correspondent
from jembatan.correspondence.preflight.usual_names import FAMILIES, INDONESIANS, MEN, WOMEN

GROUPS_WORDS = """
    info sekretariat secretariat admin office kantor contact kontak humas press redaksi media newsroom
    editor all list milis mailinglist team tim support sales noreply helpdesk protokol umum registration
    pendaftaran
"""
GROUPS = frozenset(GROUPS_WORDS.split())
WRITTEN_OUT = {"h.e": "excellency"}
PARTICLES = frozenset({"da", "de", "van", "der", "bin", "binti", "al", "i", "ni", "dos"})
TITLE = re.compile(r"\b(?:h\.e|prof|dr|ir|h|hj|professor|mr|ms|mrs|bapak|ibu|pak|bu|bpk)\b\.?", re.IGNORECASE)
DEGREES = re.compile(r",.*$")
TOKEN = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Names in small letters: `tokens` all of them, `called` those to call by (empty: any), `order` as they stand.

    Not `is_named`: the name was made of the address, and may be half of the real one.
    """

    name: str
    forms: frozenset[str]
    gender: str
    titles: frozenset[str]
    tokens: frozenset[str]
    called: frozenset[str]
    order: tuple[str, ...]
    is_ordered: bool
    addressed_as: str
    is_named: bool
    is_office: bool


def spoken_to(who: Correspondent, known: Receiver | None, *, language: str) -> Spoken:
    """What is known counts before what the field says."""
    written = known.name if known and known.name else _display(who)
    bare = DEGREES.sub("", TITLE.sub(" ", written))
    order = tuple(token.lower() for token in TOKEN.findall(bare))
    field_titles = {WRITTEN_OUT.get(title, title) for title in _titles(written)}
    form = known.form_of_address if known else ""
    forms = {token.lower() for token in TOKEN.findall(form)} | (field_titles & FORMS.keys())
    titles = {token.lower() for token in TOKEN.findall(known.titles)} if known else set()
    genders = {FORMS[each] for each in forms if each in FORMS} - {""}
    return Spoken(
        name=written,
        forms=frozenset(forms),
        gender=next(iter(genders)) if len(genders) == 1 else _usual_gender(order),
        titles=frozenset(titles | field_titles),
        tokens=frozenset(order) | _tokens(known.call_name if known else ""),
        called=_called(known, order, language=language),
        order=order,
        is_ordered=bool(known and known.name_order == NameOrder.FAMILY_FIRST),
        addressed_as=_addressed_as(known),
        is_named=bool(who.name or (known and known.name)),
        is_office=is_group(who),
    )


def _titles(written: str) -> set[str]:
    """In small letters, without the full stop."""
    return {match[0].strip(".").lower() for match in TITLE.finditer(written)}


def is_group(who: Correspondent) -> bool:
    """An address that several people read, by what stands before the @."""
    return bool(GROUPS & set(re.split(r"[._+-]", who.email.partition("@")[0])))


def _display(who: Correspondent) -> str:
    """The name in the field; "Tanaka, Hiroshi" and "budi.santoso@…" are turned into names."""
    if not who.name:
        return " ".join(
            part.capitalize() for part in re.split(r"[._]", who.email.partition("@")[0]) if part.isalpha()
        )
    family, comma, given = who.name.partition(", ")
    return f"{given} {family}" if comma and given[:1].isupper() and "." not in given else who.name


def _called(known: Receiver | None, order: tuple[str, ...], *, language: str) -> frozenset[str]:
    """By the call name; else by the family name where its place is known; an Indonesian by the first name."""
    if known and known.call_name:
        return _tokens(known.call_name) | (frozenset(order[:1]) if language == "id" else frozenset())
    if known and known.name_order == NameOrder.FAMILY_FIRST:
        return frozenset(order[:1])
    if known and known.name_order == NameOrder.FAMILY_LAST:
        return frozenset(order[-1:])
    given = [token for token in order if token not in PARTICLES]
    if language == "id" and len(given) > 1 and given[0] in INDONESIANS and given[-1] not in FAMILIES:
        return frozenset(given[:-1])
    return frozenset()


def _tokens(name: str) -> frozenset[str]:
    return frozenset(token.lower() for token in TOKEN.findall(name)) - PARTICLES


def _usual_gender(order: tuple[str, ...]) -> str:
    first = order[0] if order else ""
    return "m" if first in MEN else "f" if first in WOMEN else ""


def _addressed_as(known: Receiver | None) -> str:
    if known is None:
        return ""
    name = known.call_name or known.name
    form = known.form_of_address
    if "xcellency" in form:
        return "Your Excellency"
    return f"{name}{form}" if form.startswith("-") else f"{form} {name}".strip()
