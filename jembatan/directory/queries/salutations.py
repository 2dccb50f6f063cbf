"""The first line of a letter to somebody: in a language, with the form of address that the directory knows."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.directory.models import Person

ENGLISH_FORMS = frozenset({"mr", "ms", "mrs", "mx", "miss", "dr", "professor", "prof", "ambassador"})
NOBLE = "Yang Mulia"


def salutation(person: Person | None, *, language: str) -> str:
    """ "Yth. Ibu Retno," or "Dear Ms Tanaka,"; without a form of address nobody's sex is guessed."""
    with translation.override(language):
        if person is None:
            return _("Dear Sir or Madam,")
        form = person.form_of_address
        if "xcellency" in form:
            return _("Your Excellency,")
        if form.startswith(NOBLE):
            return f"{person.addressed_as},"
        if not form:
            return _("Dear %(full_name)s,") % {"full_name": person.formal_name}
        return _("Dear %(name)s,") % {"name": _spoken(person)}


def _spoken(person: Person) -> str:
    """An English form goes with the family name, wherever its place is known; every other with the call name."""
    form, names = person.form_of_address, person.full_name.split()
    if form.strip(".").lower() not in ENGLISH_FORMS or len(names) == 1:
        return person.addressed_as
    if person.name_order == Person.NameOrder.FAMILY_FIRST:
        return f"{form} {names[0]}"
    if person.name_order == Person.NameOrder.FAMILY_LAST:
        return f"{form} {names[-1]}"
    return person.addressed_as
