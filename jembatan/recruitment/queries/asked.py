"""What the delegations of a programme ask for: their languages, but for those that an applicant may not work for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from jembatan.directory.formats.names import fold
from jembatan.programmes.models import Delegation
from jembatan.recruitment.models import Application, Call

ALWAYS = frozenset({"en"})


@dataclass(frozen=True)
class Asked:
    """The delegations of a call's programme, looked up once for any number of applications."""

    delegations: tuple[Delegation, ...]
    own_country: bool
    welcome: frozenset[int] = frozenset()
    """Delegations for which people of their country may work all the same."""

    @classmethod
    def by(cls, call: Call) -> "Asked":
        """As it is now."""
        found = Delegation.objects.filter(programme=call.programme_id).order_by("name")
        found = found.only("name", "code", "country", "languages", "programme")
        if not call.own_country_conflicts:
            return cls(tuple(found), own_country=False)
        welcome = call.own_country_welcome.values_list("pk", flat=True)
        return cls(tuple(found), own_country=True, welcome=frozenset(welcome))

    @cached_property
    def languages(self) -> frozenset[str]:
        """English, and what any of them speaks."""
        return ALWAYS | {code for each in self.delegations for code in each.languages}

    def barred(self, application: Application) -> dict[Delegation, str]:
        """Those that the applicant may not work for, each with why: noted by the desk, said by the applicant, of the own country."""
        noted = {each.pk for each in application.conflicts.all()}
        ties = list(application.ties.all())
        country = application.nationality if self.own_country else ""
        if not (noted or ties or country):
            return {}
        found: dict[Delegation, str] = {}
        for each in self.delegations:
            if each.pk in noted:
                found[each] = _("noted in the application")
            elif tie := next((tie for tie in ties if _binds(tie.party, tie.country, each)), None):
                found[each] = _("as the applicant says: %(tie)s") % {"tie": tie.reason or tie.party}
            elif country and each.country == country and each.pk not in self.welcome:
                found[each] = _("of the own country")
        return found

    def languages_for(self, barred: Mapping[Delegation, str]) -> frozenset[str]:
        """What those ask for whom the applicant may work for."""
        if not barred:
            return self.languages
        rest = (each for each in self.delegations if each not in barred)
        return ALWAYS | {code for each in rest for code in each.languages}


def _binds(party: str, country: str, delegation: Delegation) -> bool:
    """By the country, or by the delegation's name or code."""
    if country and country == delegation.country:
        return True
    return fold(party) in {fold(delegation.name), fold(delegation.code)} - {""}
