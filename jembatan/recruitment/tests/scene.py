"""A call of a programme, and somebody who applies."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.programmes.models import Delegation, Post, Programme
from jembatan.programmes.tests.scene import games
from jembatan.recruitment.actions.apply import apply
from jembatan.recruitment.actions.calls import publish, write_call
from jembatan.recruitment.actions.saying import Said
from jembatan.recruitment.models import Application, Call
from jembatan.recruitment.web.forms import CONSENT_EN, CONSENT_ID


def sends(head: Actor) -> None:
    """The desk has an address of its own, and a server at which nobody listens."""
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    keep_address(
        head, None, server=server, name="Biro", email="biro@selatnusantara.example", signature="Biro"
    )


def call_of(actor: Actor, *, programme: Programme | None = None, public: bool = True, **changed: Any) -> Call:
    """For companions of delegations, of which one speaks Japanese; open from yesterday to tomorrow."""
    place = programme or games(actor)
    post, _made = Post.objects.get_or_create(desk=actor.desk, programme=place, name="Pendamping")
    Delegation.objects.get_or_create(
        desk=actor.desk, programme=place, name="Akitsu", defaults={"country": "JP", "languages": ["ja"]}
    )
    today = timezone.localdate()
    values = {
        "title_en": "Companions wanted",
        "title_id": "Dicari pendamping",
        "text_en": "",
        "text_id": "",
        "consent_en": CONSENT_EN,
        "consent_id": CONSENT_ID,
        "opens": today - timedelta(days=1),
        "closes": today + timedelta(days=1),
        "daily_most": 100,
        "keep_days": 90,
        "own_country_conflicts": True,
    } | changed
    return publish(actor, write_call(actor, place, values, posts=[post]), public=public)


def said(
    call: Call,
    *,
    days: Sequence[date] | None = None,
    certificates: Mapping[str, date | None] | None = None,
    ties: Mapping[str, str] | None = None,
    **changed: Any,
) -> Said:
    """Sari, who speaks English and Japanese and is there on the first eight days."""
    first = call.programme.first_day
    about = {
        "full_name": "Sari Wulandari",
        "call_name": "Sari",
        "email": "sari@pelamar.example",
        "phone": "+6281234567890",
        "born": date(2000, 5, 17),
        "nationality": "ID",
        "employment": "full",
        "education": 3,
        "experience": 2,
    } | changed
    return Said(
        about=about,
        post=call.posts.get(),
        days=[first + timedelta(days=number) for number in range(8)] if days is None else days,
        language="en",
        spoken={"en": "C1", "ja": "B2"},
        answers={call.questions.get(kind="long").pk: "I like people."},
        certificates=certificates or {},
        ties=ties or {},
    )


def applied(call: Call, **changed: Any) -> Application:
    """By the public form."""
    return apply(call, said(call, **changed), consented=True)


def several(call: Call, count: int) -> list[Application]:
    """With addresses and numbers of their own."""
    return [
        applied(
            call,
            full_name=f"Pelamar {number}",
            email=f"p{number}@pelamar.example",
            phone=f"+62812000000{number:02}",
        )
        for number in range(count)
    ]
