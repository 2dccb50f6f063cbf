"""Time that passes takes its share of what an agreement is worth, and nothing of the walk-away."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.tests.outgoing import outgoing
from jembatan.negotiation.actions.mandates import set_mandate
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.actions.time import settle_by
from jembatan.negotiation.models import Mandate, Negotiation
from jembatan.negotiation.queries import remembered
from jembatan.negotiation.queries.analysed import Analysed, analysed
from jembatan.negotiation.queries.in_letters import kept_in_letters
from jembatan.negotiation.queries.sheet import sheet_of
from jembatan.negotiation.tests.scene import offer, ours, talks, theirs

ClientOf = Callable[[Actor], Client]


def _half_over(officer: Actor, negotiation: Negotiation) -> Negotiation:
    """Begun ten days ago, to be settled in ten."""
    Negotiation.objects.filter(pk=negotiation.pk).update(created_at=timezone.now() - timedelta(days=10))
    return settle_by(officer, negotiation, timezone.localdate() + timedelta(days=10))


def _found(negotiation: Negotiation) -> Analysed:
    found = analysed(sheet_of(negotiation))
    assert found is not None
    return found


def test_mandate_ends_with_the_day_of_the_desk(officer: Actor) -> None:
    """Whoever looks from where it is the day before."""
    negotiation = talks(officer)
    officer.desk.time_zone = "Pacific/Kiritimati"
    officer.desk.save()
    with timezone.override(ZoneInfo("Pacific/Pago_Pago")):
        over = timezone.localdate()
        with pytest.raises(Refused):
            set_mandate(officer, negotiation, "Ten days", authorised_by="The Director", until=over)
        Mandate.objects.create(
            desk=officer.desk, negotiation=negotiation, words="Ten days", authorised_by="She", until=over
        )
        kept = kept_in_letters(officer, outgoing("Dear all,")).kept
    assert [each.text for each in kept] == ["At most 20 days of patrols"]


def test_agreement_fades_by_the_share_of_time_and_the_walk_away_stays(
    officer: Actor, client_of: ClientOf
) -> None:
    negotiation = _half_over(officer, talks(officer))
    values = f"/negotiations/{negotiation.pk}/parties/{ours(negotiation).pk}/values/"
    kept = client_of(officer).post(values, {"discount": "25", "reservation": "30"})
    assert kept.status_code == 302
    utilities, problem = _found(negotiation).analysis.utilities, _found(negotiation).analysis.problem
    assert [round(float(max(row)), 6) for row in utilities] == [50, 100]
    assert problem.parties[0].reservation == 30
    assert client_of(officer).post(values, {"discount": "0"}).status_code == 422
    assert ours(negotiation).discount == 25


def test_day_lies_behind_the_beginning_and_may_be_taken_back(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer)
    with pytest.raises(Refused, match="after the one on which"):
        settle_by(officer, negotiation, timezone.localdate())
    client = client_of(officer)
    address = f"/negotiations/{negotiation.pk}/time/"
    page = client.post(address, {"settle_by": "31 December 2099"}, follow=True).content.decode()
    assert "0 % of the time is over" in page
    assert "Percent left at the end" in page
    client.post(address, {"settle_by": ""})
    negotiation.refresh_from_db()
    assert negotiation.settle_by is None


def test_database_keeps_discounts_within_bounds(officer: Actor) -> None:
    party = ours(talks(officer))
    party.discount = Decimal(0)
    with pytest.raises(IntegrityError, match="negotiating_party_discount"), transaction.atomic():
        party.save()


def test_page_computes_once(officer: Actor, client_of: ClientOf) -> None:
    negotiation = talks(officer, title="Talks that are looked at twice")
    offer(officer, negotiation, theirs(negotiation), "low", "10 days", "both")
    caches = (remembered.analysis_of, remembered.what_ifs_of, remembered.trades_of)
    for cache in caches:
        cache.cache_clear()
    client = client_of(officer)
    for _time in range(2):
        client.get(f"/negotiations/{negotiation.pk}/")
    assert [cache.cache_info().misses for cache in caches] == [1, 1, 1]
