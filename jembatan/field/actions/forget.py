"""When officers are forgotten: their phones are signed out for good, and what was written to them there is gone. Attendance, claims and the words of incidents stay, under their numbers."""

from jembatan.correspondence.actions.outbox.personal import forget_letters
from jembatan.field.actions.letters import OFFICER
from jembatan.field.actions.phones import MATTER as LINK
from jembatan.field.actions.urgent import MATTER as INCIDENT
from jembatan.field.models import (
    ChangeSeen,
    Deed,
    Incident,
    IncidentFile,
    Phone,
    PhoneLink,
    UnheardChange,
    Unreached,
)
from jembatan.programmes.events import OfficersForgotten


def forget_officers(event: OfficersForgotten) -> None:
    """Voice notes go, too: whoever hears one knows who speaks. Inside the announcer's transaction."""
    officers = event.officers
    links = PhoneLink.objects.filter(officer__in=officers)
    incidents = Incident.objects.filter(officer__in=officers)
    forget_letters(LINK, list(links.values_list("pk", flat=True)))
    forget_letters(OFFICER, [each.pk for each in officers])
    forget_letters(INCIDENT, list(incidents.values_list("pk", flat=True)))
    IncidentFile.objects.filter(incident__in=incidents).exclude(name__endswith=".jpg").delete()
    for model in (Deed, ChangeSeen, UnheardChange, Unreached, Phone):
        model._default_manager.filter(officer__in=officers).delete()
    links.delete()
