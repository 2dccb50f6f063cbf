"""What is typed about delegations, their members, notes, movements and itineraries."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.meetings.models import Meeting
from jembatan.platform.markings import Marking
from jembatan.platform.ui.forms import offer_records
from jembatan.programmes.formats.zones import is_zone
from jembatan.programmes.models import (
    Delegation,
    DelegationMember,
    DelegationNote,
    ItineraryItem,
    Movement,
    Place,
    Programme,
)
from jembatan.programmes.web.fields import LanguageField, LocalMoment, as_typed, guest_phone_typed, instant

NO_PLACE = gettext_lazy("None of the programme's places")


class DelegationForm(forms.Form):
    """A delegation, to begin with."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=12,
        required=False,
        help_text=gettext_lazy("Short, as on a badge."),
    )


class MemberForm(forms.Form):
    """Who comes with it."""

    full_name = forms.CharField(label=gettext_lazy("Name"), max_length=300)
    address_form = forms.CharField(label=gettext_lazy("Form of address"), max_length=100, required=False)
    function = forms.CharField(label=gettext_lazy("Function"), max_length=200, required=False)
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=320, required=False)
    language = LanguageField(label=gettext_lazy("Language"), max_length=60, required=False)

    def __init__(self, delegation: Delegation, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.desk = delegation.desk

    def clean_phone(self) -> str:
        """As it is called from abroad, where it can be read."""
        return guest_phone_typed(self.cleaned_data["phone"], self.desk)


class NoteForm(forms.Form):
    """What is to be minded, about whom, and who may read it."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=DelegationNote.Kind.choices)
    text = forms.CharField(label=gettext_lazy("Note"), widget=forms.Textarea({"rows": 2}), max_length=4000)
    member: "forms.ModelChoiceField[DelegationMember]" = forms.ModelChoiceField(
        label=gettext_lazy("About"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("The whole delegation"),
    )
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"),
        choices=[(each.value, each.value) for each in Marking],
        initial=Marking.AMBER,
        help_text=gettext_lazy(
            "Medical notes are TLP:RED, whatever is chosen: for the head of the desk and those named by the head."
        ),
    )

    def __init__(self, delegation: Delegation, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_records(self, "member", delegation.members.order_by("-head", "full_name"))


class MovementForm(forms.Form):
    """How it arrives, moves or leaves; the fields are named as the movement's are."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Movement.Kind.choices)
    mode = forms.ChoiceField(label=gettext_lazy("By"), choices=Movement.Mode.choices, initial="flight")
    number = forms.CharField(
        label=gettext_lazy("Number"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Of the flight, train or ship."),
    )
    terminal = forms.CharField(label=gettext_lazy("Terminal"), max_length=100, required=False)
    origin: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        label=gettext_lazy("From"), queryset=None, required=False, empty_label=NO_PLACE
    )
    destination: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        label=gettext_lazy("To"), queryset=None, required=False, empty_label=NO_PLACE
    )
    far_end = forms.CharField(
        label=gettext_lazy("From or to far away"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("A city or an airport that is no place of the programme."),
    )
    starts_at = LocalMoment(label=gettext_lazy("Departs"))
    starts_zone = forms.CharField(
        label=gettext_lazy("Time zone of departure"), max_length=64, widget=forms.TextInput({"list": "zones"})
    )
    ends_at = LocalMoment(label=gettext_lazy("Arrives"))
    ends_zone = forms.CharField(
        label=gettext_lazy("Time zone of arrival"), max_length=64, widget=forms.TextInput({"list": "zones"})
    )
    people = forms.IntegerField(
        label=gettext_lazy("Number of people"), min_value=0, max_value=100_000, required=False
    )
    vehicles = forms.CharField(label=gettext_lazy("Vehicles"), max_length=300, required=False)
    driver = forms.CharField(label=gettext_lazy("Driver"), max_length=200, required=False)
    driver_phone = forms.CharField(label=gettext_lazy("Driver's telephone"), max_length=40, required=False)
    luggage = forms.CharField(label=gettext_lazy("Luggage"), max_length=300, required=False)
    status = forms.ChoiceField(
        label=gettext_lazy("Status"), choices=Movement.Status.choices, initial="planned", required=False
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, programme: Programme, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.desk = programme.desk
        for name in ("origin", "destination"):
            offer_records(self, name, programme.places.order_by("name"))

    def clean_driver_phone(self) -> str:
        """As it is called from abroad, where it can be read."""
        return guest_phone_typed(self.cleaned_data["driver_phone"], self.desk)

    def clean(self) -> dict[str, Any]:
        """Moments become instants in their zones."""
        data = super().clean() or {}
        for name in ("starts", "ends"):
            zone, local = data.get(f"{name}_zone"), data.get(f"{name}_at")
            if zone and not is_zone(zone):
                raise ValidationError({f"{name}_zone": _("No such time zone: %(zone)s.") % {"zone": zone}})
            if zone and local:
                data[f"{name}_at"] = instant(local, zone)
        return data

    def values(self) -> dict[str, Any]:
        """As actions take them."""
        data = dict(self.cleaned_data)
        data.pop("version")
        return data | {"people": data["people"] or 0, "status": data["status"] or Movement.Status.PLANNED}


def movement_typed(movement: Movement) -> dict[str, str]:
    """A movement as its form sends it: what the form begins with, and what undoes a change."""
    sent = {
        name: str(getattr(movement, name))
        for name in [
            "kind",
            "mode",
            "number",
            "terminal",
            "far_end",
            "starts_zone",
            "ends_zone",
            "people",
            "vehicles",
            "driver",
            "driver_phone",
            "luggage",
            "status",
        ]
    }
    return sent | {
        "origin": str(movement.origin_id or ""),
        "destination": str(movement.destination_id or ""),
        "starts_at": as_typed(movement.starts_at, movement.starts_zone),
        "ends_at": as_typed(movement.ends_at, movement.ends_zone),
        "version": str(movement.version),
    }


class ItemForm(forms.Form):
    """What a delegation does; or a meeting of the desk, which gives title and times where they are left empty."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=300, required=False)
    starts_at = LocalMoment(label=gettext_lazy("Begins"), required=False)
    ends_at = LocalMoment(label=gettext_lazy("Ends"), required=False)
    place: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        label=gettext_lazy("Place"), queryset=None, required=False, empty_label=NO_PLACE
    )
    meeting: "forms.ModelChoiceField[Meeting]" = forms.ModelChoiceField(
        label=gettext_lazy("Meeting of the desk"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("None"),
        help_text=gettext_lazy("Title and times are the meeting's where you leave them empty."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note"), widget=forms.Textarea({"rows": 2}), max_length=4000, required=False
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, programme: Programme, meetings: Any, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.zone = programme.zone
        offer_records(self, "place", programme.places.order_by("name"))
        offer_records(self, "meeting", meetings)

    def clean(self) -> dict[str, Any]:
        """Moments become instants; what is missing is the meeting's."""
        data = super().clean() or {}
        for name in ("starts_at", "ends_at"):
            if data.get(name):
                data[name] = instant(data[name], self.zone)
        if data.get("meeting") is None and not self.errors:
            missing = [name for name in ("title", "starts_at", "ends_at") if not data.get(name)]
            if missing:
                raise ValidationError(
                    dict.fromkeys(missing, _("Fill this in, or choose a meeting that says it."))
                )
        return data

    def values(self, taken: Mapping[str, Any]) -> dict[str, Any]:
        """As actions take them; `taken` is what the meeting gives."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return data | {name: value for name, value in taken.items() if not data.get(name)}


def item_typed(item: ItineraryItem) -> dict[str, str]:
    """An item as its form sends it."""
    return {
        "title": item.title,
        "starts_at": as_typed(item.starts_at, item.programme.zone),
        "ends_at": as_typed(item.ends_at, item.programme.zone),
        "place": str(item.place_id or ""),
        "meeting": str(item.meeting_id or ""),
        "note": item.note,
        "version": str(item.version),
    }
