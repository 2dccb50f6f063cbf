"""Who applies in the bench: a desk, a call for games with 45 delegations, applications by the thousand, and the same as a spreadsheet."""

import random
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bench.invented import person_name

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.recruitment.models import Application, Call

TONGUES = ("ja", "ko", "zh", "ar", "th", "vi", "ms", "fil", "lo", "km", "my", "hi", "ru", "fr", "pt")
COUNTRIES = ("JP", "KR", "CN", "SA", "TH", "VN", "MY", "PH", "LA", "KH", "MM", "IN", "KZ", "FR", "TL")
LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
FIRST = date(2027, 8, 18)


def desk_with_address() -> "Actor":
    """With a head, and an address from which letters leave."""
    from jembatan.accounts.actions.desks import open_first_desk
    from jembatan.accounts.actor import Actor
    from jembatan.accounts.models import Desk, Role
    from jembatan.correspondence.actions.outgoing_servers import keep_server
    from jembatan.correspondence.actions.sending_addresses import keep_address

    user = open_first_desk()
    head = Actor(desk=Desk.objects.get(), role=Role.HEAD, user=user)
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    keep_address(head, None, server=server, name="Biro", email="biro@desk.example", signature="")
    return head


def call_for_games(head: "Actor", name: str = "Games") -> "Call":
    """Of games with 45 delegations."""
    from django.utils import timezone

    from jembatan.programmes.actions.programmes import Days, open_programme
    from jembatan.programmes.models import Delegation, Post
    from jembatan.recruitment.actions.calls import publish, write_call

    games = open_programme(head, name, Days(FIRST, FIRST + timedelta(days=15), "Asia/Jakarta"), dossier=None)
    Delegation.objects.bulk_create(
        Delegation(
            desk=head.desk,
            programme=games,
            name=f"Delegation {number}",
            country=COUNTRIES[number % len(COUNTRIES)],
            languages=[TONGUES[number % len(TONGUES)]],
        )
        for number in range(45)
    )
    posts = [
        Post.objects.create(desk=head.desk, programme=games, name=name) for name in ("Delegation", "Place")
    ]
    today = timezone.localdate()
    values = {
        "title_en": "Companions wanted",
        "title_id": "Dicari pendamping",
        "text_en": "",
        "text_id": "",
        "consent_en": "I agree",
        "consent_id": "Saya setuju",
        "opens": today - timedelta(days=1),
        "closes": today + timedelta(days=30),
        "daily_most": 100_000,
        "keep_days": 90,
        "own_country_conflicts": True,
    }
    return publish(head, write_call(head, games, values, posts=posts), public=True)


def apply_all(call: "Call", count: int) -> None:
    """By COPY: who they are, what they speak, what they can show, what they are tied to."""
    from django.db import transaction

    from jembatan.accounts.models import User
    from jembatan.platform.imports.copy_rows import copy_rows
    from jembatan.recruitment.models import Certificate, Rating, SpokenLanguage, Tie
    from jembatan.recruitment.models.interview import SKILLS

    chance = random.Random(9)
    posts = list(call.posts.all())
    people = [_person(chance, call, number, posts[number % 2].pk) for number in range(1, count + 1)]
    head = User.objects.values_list("pk", flat=True)[0]
    with transaction.atomic():
        copy_rows(people)
        copy_rows(
            [
                SpokenLanguage(application=one, language=code, declared=level, tested=tested)
                for one in people
                for code, level, tested in _spoken(chance)
            ]
        )
        copy_rows([Certificate(application=one, name="First aid") for one in people if chance.random() < 0.5])
        copy_rows(
            [Tie(application=one, party="Japan", country="JP") for one in people if chance.random() < 0.03]
        )
        copy_rows(
            [
                Rating(application=one, by_id=head, **{skill: chance.randint(1, 5) for skill in SKILLS})
                for one in people[: count // 4]
            ]
        )


def _person(chance: random.Random, call: "Call", number: int, post: int) -> "Application":
    from jembatan.recruitment.models import Application

    away = chance.randrange(16)
    return Application(
        desk_id=call.desk_id,
        call=call,
        number=number,
        post_id=post,
        full_name=person_name(chance),
        email=f"p{number}@applicants.example",
        phone=f"+62812{number:08}",
        born=date(1990, 1, 1) + timedelta(days=chance.randrange(5000)),
        nationality="JP" if chance.random() < 0.01 else "ID",
        employment=chance.choice(("full", "full", "part", "free")),
        education=chance.randint(1, 4),
        experience=chance.randrange(8),
        language="id",
        days=[FIRST + timedelta(days=day) for day in range(16) if day != away],
    )


def _spoken(chance: random.Random) -> list[tuple[str, str, str]]:
    codes = ["en", *chance.sample(TONGUES, chance.choice((0, 1, 1, 2)))]
    return [
        (code, level, level if chance.random() < 0.2 else "")
        for code in codes
        for level in [chance.choice(LEVELS)]
    ]


def write_spreadsheet(path: Path, count: int) -> None:
    """A fifth of the languages are misspelt."""
    import xlsxwriter

    chance = random.Random(10)
    spoken = (
        "Inggris C1, Jepang B2",
        "Inglish B2; Mandrin",
        "Inggris fasih",
        "Korea B1 dan Inggris",
        "English, Arab C1",
    )
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    headings = [
        "Nama",
        "Surel",
        "HP",
        "Tanggal lahir",
        "Kewarganegaraan",
        "Pendidikan",
        "Pengalaman",
        "Bahasa",
        "Hari",
        "Kaus",
    ]
    sheet.write_row(0, 0, headings)
    for row in range(1, count + 1):
        cells = [
            person_name(chance),
            f"r{row}@volunteers.example",
            f"0813{row:08}",
            "1999-05-17",
            "Indonesia",
            "S1",
            "2",
        ]
        sheet.write_row(row, 0, [*cells, spoken[row % 5], "18-25, 28-30", "M"])
    book.close()
