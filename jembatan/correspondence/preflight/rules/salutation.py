"""The wrong form of address, title or name in the salutation, or no salutation at all."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Remark, Severity
from jembatan.correspondence.preflight.greeting import FORMS, Addressed, find_greeting, is_answer
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.spoken_to import PARTICLES, Spoken, spoken_to

SHORTEST = 8
RAISED = {"dr", "prof", "professor", "profesor"}
PLAIN = {"mr", "ms", "mrs", "miss"}
LOWERED = {"sdr", "sdri", "saudara", "saudari", "mas", "mbak", "kak"}
HIGH = {"bapak", "ibu", "excellency"}


def look(reading: Reading) -> Iterator[Remark]:
    """Colleagues may be greeted as one likes; so may a group or an office."""
    if not reading.outsiders:
        return
    greeting = find_greeting(reading.own)
    if greeting is None:
        if _wants_greeting(reading):
            first = reading.sentences[0].text.split("\n")[0]
            yield Remark(message=_("The letter greets nobody."), words=first[:40])
        return
    people = [
        spoken_to(who, reading.known(who), language=reading.letter.language)
        for who in (*reading.letter.to, *reading.letter.cc)
    ]
    colleagues = _names_of_colleagues(reading, people)
    for one in () if greeting.is_collective else greeting.addressed:
        if colleagues & {name.lower() for name in one.names}:
            continue
        if wrong := _wrong(one, people, reading.letter.language):
            words = reading.own[slice(*one.span)]
            yield Remark(message=wrong[0], words=words, span=one.span, suggestion=wrong[1])


def _wants_greeting(reading: Reading) -> bool:
    """A letter of some length that answers nobody, in a language whose greetings are known."""
    is_long = len(reading.own.split()) >= SHORTEST and bool(reading.sentences)
    known = reading.letter.language in {"", "en", "id"}
    return is_long and known and not reading.letter.is_reply and not is_answer(reading.own)


def _names_of_colleagues(reading: Reading, people: list[Spoken]) -> set[str]:
    receivers = (*reading.letter.to, *reading.letter.cc)
    return {
        name
        for person, who in zip(people, receivers, strict=True)
        if reading.is_ours(who)
        for name in person.tokens
    }


def _wrong(one: Addressed, people: list[Spoken], language: str) -> tuple[str, str] | None:
    """What is wrong with one greeting, and what to say instead; None where nothing is."""
    used = {name.lower() for name in one.names}
    if not used:
        return None
    person = next((person for person in people if person.tokens & used), None)
    if person is None:
        return _stranger(one, people)
    right = {"name": person.name}
    genders = {FORMS[form] for form in one.forms} - {""}
    if person.gender and genders and person.gender not in genders:
        return _("%(name)s is addressed in another way.") % right, person.addressed_as
    if _form_is_missing(one, person, language):
        return _("The form of address for %(name)s is missing.") % right, person.addressed_as
    if _title_is_lost(one, person, language):
        return _("The salutation leaves out the title of %(name)s.") % right, person.addressed_as
    if _is_wrong_name(one, person):
        return _("%(name)s is called by another part of the name.") % right, person.addressed_as
    return None


def _stranger(one: Addressed, people: list[Spoken]) -> tuple[str, str] | None:
    """Nobody among the receivers has that name; said only where each receiver's name is known and is a person's."""
    if all(person.is_named and person.tokens and not person.is_office for person in people):
        return _("No receiver is called “%(name)s”.") % {"name": " ".join(one.names)}, ""
    return None


def _form_is_missing(one: Addressed, person: Spoken, language: str) -> bool:
    """Whoever is an Excellency stays one; else any form will do, and first names alone only for those who have none."""
    if "excellency" in person.forms:
        return "excellency" not in one.forms and "mulia" not in one.forms
    return not one.forms and (bool(person.forms | (person.titles & RAISED)) or language == "id")


def _title_is_lost(one: Addressed, person: Spoken, language: str) -> bool:
    titled = bool(person.titles & RAISED)
    if titled and language != "id" and not RAISED & set(one.forms) and PLAIN & set(one.forms):
        return True
    return bool(LOWERED & set(one.forms)) and (titled or bool(person.forms & HIGH))


def _is_wrong_name(one: Addressed, person: Spoken) -> bool:
    """Called by a name that is not the one to call by; or the whole name in another order."""
    used = [name.lower() for name in one.names]
    if not person.called or set(used) & person.called:
        order = [token for token in person.order if token in used]
        return person.is_ordered and len(order) > 1 and [name for name in used if name in order] != order
    return not _is_family_name(used, person)


def _is_family_name(used: list[str], person: Spoken) -> bool:
    """ "Ms van der Berg" for an Annelies van der Berg who is a Ms: right in English, whatever she is called otherwise."""
    said, whole = ([name for name in names if name not in PARTICLES] for names in (used, person.order))
    is_end = 0 < len(said) < len(whole) and whole[-len(said) :] == said
    return bool(person.forms & PLAIN) and not person.is_ordered and is_end


RULE = Rule(
    "form-of-address",
    gettext_lazy("A wrong or missing form of address, title or name"),
    Severity.WARNING,
    look,
)
