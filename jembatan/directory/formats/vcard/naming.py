"""What a card says about the name: FN as written, N for titles and degrees, the names it goes by elsewhere."""

from jembatan.directory.formats.scripts import is_latin, without_spaces
from jembatan.directory.formats.vcard.content_line import Property
from jembatan.directory.formats.vcard.filling import Filling, Placer
from jembatan.directory.formats.vcard.values import one_line


def settle_name(filling: Filling) -> None:
    """The formatted name as written; without one, put together from N, whose parts are then kept as well."""
    contact = filling.contact
    family, given, additional, prefix, suffix = filling.name_parts or [""] * 5
    if not contact.full_name:
        contact.full_name = joined_name(family, given, additional)
        if contact.full_name:
            contact.extra.append(["N", ";".join(filling.name_parts)])
    # "III" belongs to the name, "Prof." before it is a title: only what the formatted name leaves out is added.
    if prefix and prefix.casefold() not in contact.full_name.casefold():
        contact.titles_before = prefix
    if suffix and suffix.casefold() not in contact.full_name.casefold():
        contact.degrees_after = suffix
    if contact.is_group:
        return
    if contact.organisation and not _is_named_person(filling):
        contact.is_organisation = True
    if contact.is_organisation:
        contact.full_name = contact.full_name or contact.organisation
    if not contact.full_name:
        contact.full_name = contact.call_name or next(iter(contact.values("email", "phone", "mobile")), "")


def _is_named_person(filling: Filling) -> bool:
    """A card that names an organisation and, if anything, the same name again is the organisation's own."""
    if any(filling.name_parts):
        return True
    contact = filling.contact
    return bool(contact.full_name) and contact.full_name.casefold() != contact.organisation.casefold()


def _formatted_name(filling: Filling, found: Property) -> bool:
    text, contact = one_line(filling.text(found)), filling.contact
    if not contact.full_name:
        contact.full_name = text
    elif text == contact.full_name:
        return True
    elif is_latin(text) != is_latin(contact.full_name) and not contact.native_name:
        if is_latin(text):
            contact.romanised_name = text
        else:
            contact.native_name = text
    else:
        return False
    return True


def _name(filling: Filling, found: Property) -> bool:
    if filling.name_parts:
        return False
    parts = (*filling.parts(found), *[""] * 5)
    filling.name_parts = [one_line(part.replace(",", " ")) for part in parts][:5]
    if sort_as := found.parameter("SORT-AS"):
        filling.contact.sort_as = one_line(sort_as.replace(",", " "))
    return True


def _nickname(filling: Filling, found: Property) -> bool:
    if filling.contact.call_name:
        return False
    names = filling.parts(found, ",")
    filling.contact.call_name = one_line(names[0])
    filling.contact.extra += [[found.name, name] for name in names[1:] if name]
    return True


def _sort_string(filling: Filling, found: Property) -> bool:
    filling.contact.sort_as = one_line(filling.text(found))
    return True


def _form_of_address(filling: Filling, found: Property) -> bool:
    if filling.contact.form_of_address:
        return False
    filling.contact.form_of_address = one_line(filling.text(found))
    return True


def _native_name(filling: Filling, found: Property) -> bool:
    if filling.contact.native_name:
        return False
    filling.contact.native_name = one_line(filling.text(found))
    return True


def _romanised_name(filling: Filling, found: Property) -> bool:
    if filling.contact.romanised_name:
        return False
    filling.contact.romanised_name = one_line(filling.text(found))
    return True


def joined_name(family: str, given: str, additional: str) -> str:
    """Given name first, as the parts' usual order in print; names in ideographs and hangul family name first, closed up."""
    if family and without_spaces(family + given):
        return family + given
    return " ".join(part for part in (given, additional, family) if part)


PLACERS: dict[str, Placer] = {
    "FN": _formatted_name,
    "N": _name,
    "NICKNAME": _nickname,
    "X-NICKNAME": _nickname,
    "SORT-STRING": _sort_string,
    "X-FORM-OF-ADDRESS": _form_of_address,
    "X-NATIVE-NAME": _native_name,
    "X-ROMANISED-NAME": _romanised_name,
}
