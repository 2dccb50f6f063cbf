"""What a column of a contact list may become, in the words of the page that maps it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FIELDS: dict[str, Any] = {
    "full_name": _("Full name"),
    "given_name": _("Given name"),
    "middle_name": _("Middle name"),
    "family_name": _("Family name"),
    "titles_before": _("Titles before the name"),
    "degrees_after": _("Degrees after the name"),
    "form_of_address": _("Form of address"),
    "call_name": _("Call name"),
    "native_name": _("Name in its own script"),
    "organisation": _("Organisation"),
    "unit": _("Unit"),
    "title": _("Position"),
    "email": _("E-mail"),
    "mobile": _("Mobile"),
    "phone": _("Telephone"),
    "fax": _("Fax"),
    "messaging": _("Messaging"),
    "website": _("Web"),
    "address": _("Postal address"),
    "address.street": _("Address: street"),
    "address.box": _("Address: post office box"),
    "address.extended": _("Address: building or floor"),
    "address.city": _("Address: city"),
    "address.region": _("Address: province or state"),
    "address.postal_code": _("Address: postal code"),
    "address.country": _("Address: country"),
    "label:email": _("Label of the e-mail address"),
    "label:phone": _("Label of the telephone number"),
    "label:address": _("Label of the address"),
    "birthday": _("Birthday"),
    "birthday.year": _("Birthday: year"),
    "birthday.month": _("Birthday: month"),
    "birthday.day": _("Birthday: day"),
    "languages": _("Languages"),
    "tags": _("Tags"),
    "note": pgettext_lazy("field", "Note"),
    "assistant": _("Assistant"),
    "manager": _("Manager"),
    "spouse": _("Spouse"),
    "uid": _("Identifier in the address book"),
}
