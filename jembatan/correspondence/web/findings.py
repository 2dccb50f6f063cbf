"""The findings for a letter as the composer shows them."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import RuleTuning
from jembatan.correspondence.preflight.finding import Finding, Place, Severity
from jembatan.correspondence.preflight.letter import Letter
from jembatan.correspondence.queries.preflight import findings_for

ICONS = {Severity.STOP: "ban", Severity.WARNING: "triangle-alert", Severity.NOTICE: "info"}
TONES = {Severity.STOP: "bata", Severity.WARNING: "soga", Severity.NOTICE: "laut"}
PLACES: dict[Place, Promise] = {
    Place.TEXT: _("in the text"),
    Place.SUBJECT: _("in the subject"),
    Place.RECEIVERS: _("among the receivers"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its icon, colour and words; `may_accept` where the suggestion can replace a place in the text."""

    finding: Finding
    icon: str
    tone: str
    severity: str | Promise
    place: Promise

    @property
    def may_accept(self) -> bool:
        """A person decides about the rest."""
        return bool(self.finding.span and self.finding.suggestion)


def findings_panel(request: HttpRequest, actor: Actor, letter: Letter, *, field: str) -> str:
    """The list for a composer whose text stands in the field with this id; a sentence where nothing was found."""
    findings = [shown_finding(finding) for finding in findings_for(actor, letter=letter)]
    first = next((each for each in findings if each.may_accept), None)
    context = {"findings": findings, "first": first, "field": field}
    return render_to_string("correspondence/findings.html", context, request)


def shown_finding(finding: Finding) -> Shown:
    """With what the page needs to show it."""
    return Shown(
        finding,
        ICONS[finding.severity],
        TONES[finding.severity],
        RuleTuning.Severity(finding.severity).label,
        PLACES[finding.place],
    )
