"""When officers are forgotten: whoever has duties ahead stays; of the others, rosters keep what was worked, and no word about who it was."""

import json
import re
from collections.abc import Sequence

import pgtrigger
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import ngettext

from jembatan.deployment.models import ACTIVE, Assignment, Override, Proposal, Roster, Standby
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.events import OfficersForgotten, OfficersLeaving
from jembatan.programmes.models import Officer


def hold_before_forgetting(event: OfficersLeaving) -> None:
    """Proposals, then rosters, as whoever replaces an officer holds them; the newest roster first, as whoever publishes a draft does. Raises `Refused` for one who still has duties ahead."""
    programme = event.officers[0].programme
    for model, order in ((Proposal, "pk"), (Roster, "-pk")):
        rows = model._default_manager.select_for_update(no_key=True).filter(programme=programme)
        list(rows.order_by(order).values_list("pk"))
    _keep_who_is_needed(event.officers)


def forget_officers(event: OfficersForgotten) -> None:
    """Inside the announcer's transaction, which holds what is changed here."""
    Standby.objects.filter(officer__in=event.officers).delete()
    about = Proposal.objects.filter(officer__in=event.officers)
    about.filter(cause=Proposal.Cause.ILL).update(cause=Proposal.Cause.OTHER)
    _unsay(event.officers)


def _keep_who_is_needed(officers: Sequence[Officer]) -> None:
    ahead = Assignment.objects.filter(
        roster=roster_at_work(officers[0].programme),
        officer__in=officers,
        state__in=ACTIVE,
        duty__cancelled=False,
        duty__ends_at__gt=timezone.now(),
    )
    counts = dict(ahead.values_list("officer").annotate(count=Count("pk")))
    for officer in officers:
        if count := counts.get(officer.pk):
            told = ngettext(
                "%(name)s still has %(count)s duty ahead. End the officer, give the duty to somebody else on the roster, then delete.",
                "%(name)s still has %(count)s duties ahead. End the officer, give the duties to others on the roster, then delete.",
                count,
            )
            raise Refused(told % {"name": officer, "count": count})


def _unsay(officers: Sequence[Officer]) -> None:
    """Sentences about rules that were set aside, or are broken, say a number, but for others whose names are longer; copies of letters that name them, or went to them, are gone."""
    programme = officers[0].programme
    names = {name: name for name in programme.officers.values_list("full_name", flat=True)}
    names |= {each.full_name: f"#{each.number}" for each in officers}
    longest_first = sorted(names, key=len, reverse=True)
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    with pgtrigger.ignore("deployment.Override:override_stays"):
        for row in Override.objects.filter(roster__programme=programme).exclude(told=""):
            told = named.sub(lambda found: names[found[0]], row.told)
            if told != row.told:
                Override.objects.filter(pk=row.pk).update(told=told)
    known = {word for each in officers for word in (each.full_name, each.email, each.phone) if word}
    words = {json.dumps(word, ensure_ascii=False)[1:-1] for word in known}
    for proposal in Proposal.objects.filter(programme=programme).exclude(letters=[]):
        kept = [
            letter
            for letter in proposal.letters
            if not any(word in json.dumps(letter, ensure_ascii=False) for word in words)
        ]
        if len(kept) < len(proposal.letters):
            Proposal.objects.filter(pk=proposal.pk).update(letters=kept)
    for roster in Roster.objects.filter(programme=programme).order_by("pk").only("verdict"):
        found = roster.verdict.get("violations", [])
        said = [named.sub(lambda each: names[each[0]], sentence) for sentence in found]
        if said != found:
            Roster.objects.filter(pk=roster.pk).update(verdict={**roster.verdict, "violations": said})
