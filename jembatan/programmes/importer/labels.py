"""What a column may become, in the words of the page that maps it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

WORKER_LABELS: dict[str, Any] = {
    "full_name": _("Full name"),
    "call_name": _("Call name"),
    "address_form": _("Form of address"),
    "email": _("E-mail"),
    "phone": _("Telephone"),
    "languages": _("Languages"),
    "born": _("Birthday"),
    "nationality": _("Nationality"),
    "post": _("Post"),
    "employment": _("Employment"),
    "days": _("Days they can work"),
}
OFFICER_LABELS: dict[str, Any] = {
    "number": _("Number"),
    **WORKER_LABELS,
    "level": _("Experience"),
    "window": _("Hours they can work"),
    "wishes": _("Wishes"),
}
DELEGATION_LABELS: dict[str, Any] = {
    "name": _("Delegation"),
    "code": _("Code of the delegation"),
    "country": _("Country"),
    "languages": _("Languages of the delegation"),
    "size": _("Number of people"),
    "home": _("Stays at"),
    "protocol": _("Protocol"),
    "member": _("Member: name"),
    "function": _("Member: function"),
    "head": _("Member: leads the delegation"),
    "address_form": _("Member: form of address"),
    "email": _("Member: e-mail"),
    "phone": _("Member: telephone"),
    "member_language": _("Member: language"),
    "diet": _("Note on diet"),
    "medical": _("Medical note (TLP:RED)"),
    "courtesy": _("Note on courtesy"),
}
MOVEMENT_LABELS: dict[str, Any] = {
    "delegation": _("Delegation"),
    "kind": _("Arrival, transfer or departure"),
    "mode": _("Means of transport"),
    "number": _("Number of the flight or train"),
    "terminal": _("Terminal"),
    "origin": _("From"),
    "destination": _("To"),
    "departs_day": _("Day of departure"),
    "departs": _("Departs"),
    "departs_zone": _("Time zone of departure"),
    "arrives_day": _("Day of arrival"),
    "arrives": _("Arrives"),
    "arrives_zone": _("Time zone of arrival"),
    "people": _("Number of people"),
    "vehicles": _("Vehicles"),
    "driver": _("Driver"),
    "driver_phone": _("Driver's telephone"),
    "luggage": _("Luggage"),
    "status": _("Status"),
}
