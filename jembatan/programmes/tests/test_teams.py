"""Posts, leaders and teams, entered on pages."""

from collections.abc import Callable

import pytest
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.programmes.actions.officers import add_officer, change_officer
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Officer, Post
from jembatan.programmes.queries.teams import leading
from jembatan.programmes.tests.scene import games as event

type ClientOf = Callable[[Actor], Client]


def names(leader: Officer) -> set[str]:
    """Whom somebody leads."""
    return set(leader.led.values_list("full_name", flat=True))


def test_leaders_are_named_shared_out_and_what_is_short_is_told(officer: Actor, client_of: ClientOf) -> None:
    games = event(officer)
    people = [add_officer(officer, games, full_name=f"LO {n:02}", languages={}) for n in range(24)]
    client, address = client_of(officer), f"/programmes/{games.pk}/teams/"
    assert "3 leaders short" in client.get(f"/programmes/{games.pk}/").content.decode()
    for number in (0, 1):
        Officer.objects.filter(pk=people[number].pk).update(level=3)
    client.post(address, {"officer": [people[2].pk, people[3].pk], "leader": "LO 00"})
    assert names(people[0]) == {"LO 02", "LO 03"}
    assert "led by" in client.post(address, {"officer": people[0].pk, "leader": "LO 02"}).content.decode()
    client.post(f"{address}sharing-out/")
    assert (people[0].led.count(), people[1].led.count()) == (10, 10)
    found = leading(games)
    assert (found.wanted, found.leaders, found.short, found.without, found.large) == (3, 2, 1, 2, 0)
    client.post(f"{address}sharing-out/", {f"led-{people[2].pk}": "", f"led-{people[3].pk}": people[1].pk})
    assert "LO 03" in names(people[1])
    assert "LO 02" in client.get(address).content.decode()


def test_nobody_leads_themselves(officer: Actor) -> None:
    games = event(officer)
    sari = add_officer(officer, games, full_name="Sari", languages={})
    with pytest.raises(Refused, match="Sari cannot lead themselves"):
        change_officer(officer, sari, version=1, leader=sari)


def test_posts_are_kept_counted_and_removed_when_nobody_has_them(officer: Actor, client_of: ClientOf) -> None:
    games = event(officer)
    client, address = client_of(officer), f"/programmes/{games.pk}/posts/"
    wanted = {"name": "LO venue", "kind": "place", "wanted": "3", "least_level": "1", "least_age": "18"}
    assert client.post(address, wanted).status_code == 302
    assert "a post of this name already" in client.post(address, wanted).content.decode()
    post = Post.objects.get()
    sari = add_officer(officer, games, full_name="Sari", languages={}, post=post)
    assert "2 short" in client.get(address).content.decode()
    client.post(f"/programmes/posts/{post.pk}/", {**wanted, "wanted": "1"})
    assert "full" in client.get(address).content.decode()
    client.post(f"/programmes/posts/{post.pk}/removal/")
    assert Post.objects.count() == 1
    Officer.objects.filter(pk=sari.pk).update(post=None)
    client.post(f"/programmes/posts/{post.pk}/removal/")
    assert not Post.objects.exists()
