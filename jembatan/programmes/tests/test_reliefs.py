"""Shifts that people make by hand: where one relieves another, both are let overlap for the handover."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.programmes.actions.delegations import add_delegation
from jembatan.programmes.actions.duties import add_duty, change_duty, let_overlap
from jembatan.programmes.models import Delegation, Duty, Place
from jembatan.programmes.queries.reliefs import too_short
from jembatan.programmes.tests.scene import games
from jembatan.programmes.web.duty_forms import duty_typed

ClientOf = Callable[[Actor], Client]


def test_shifts_that_people_make_are_let_overlap_for_the_handover(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    programme, client = games(officer), client_of(officer)
    akitsu = add_delegation(officer, programme, "Akitsu", languages=["ja"], size=60)
    gate, lounge = (programme.places.create(desk=officer.desk, name=name) for name in ("Gate", "Lounge"))
    noon = datetime(2027, 8, 18, 5, tzinfo=UTC)

    def shift(
        title: str, begins: float, ends: float, place: Place = gate, whose: Delegation | None = akitsu
    ) -> Duty:
        times: dict[str, Any] = {
            name: noon + timedelta(hours=each) for name, each in (("starts_at", begins), ("ends_at", ends))
        }
        return add_duty(officer, programme, title=title, place=place, delegation=whose, **times)

    first, then = shift("Day", 0, 4), shift("Evening", 4, 8)
    shift("Elsewhere", 4, 8, lounge), shift("Of nobody", 4, 8, whose=None), shift("Later", 8.5, 9)
    assert too_short(first) == []  # none is asked
    programme.handover = 15
    programme.save()
    for one in (first, then):
        page = client.get(f"/programmes/duties/{one.pk}/").content.decode()
        assert (
            "“Evening”, from 16:00, relieves “Day” at the same place: both are there together for 0 minutes."
            in page
        )
        assert "A handover takes 15 minutes." in page
        assert "Let the earlier one last until 16:15" in page
    address = f"/programmes/duties/{first.pk}/overlap/"
    assert client_of(reader).post(address).status_code == 403
    with pytest.raises(PermissionDenied):
        let_overlap(reader, first)
    done = client.post(address, follow=True).content.decode()
    assert "Day lasts until 16:15." in done
    first.refresh_from_db()
    assert (first.ends_at - then.starts_at, first.by_hand) == (timedelta(minutes=15), True)
    assert [too_short(each) for each in (first, then)] == [[], []]
    again = client.post(address, follow=True).content.decode()
    assert "What follows this duty has time for its handover by now." in again
    typed = {
        **duty_typed(first),
        "title": "Night",
        "starts_at": "2027-08-18 20:00",
        "ends_at": "2027-08-18 22:00",
    }
    told = client.post(f"/programmes/{programme.pk}/duties/new/", typed, follow=True).content.decode()
    assert "“Night” relieves “Evening” with too little time for a handover." in told
    change_duty(officer, then, version=1, cancelled=True)
    assert too_short(Duty.objects.get(title="Night")) == []
