"""13,000 applications for one call: the list, scoring, deciding about 2,000 with letters, and an import: `python -m bench.recruitment [NUMBER]`.

Prints one JSON line. Reach: each page's p95 at most 60 ms inside the server, with as many queries as for a handful.
Works in a throw-away installation.
"""

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.invented import person_name
from bench.timed import milliseconds, percentile

if TYPE_CHECKING:
    from django.test import Client

    from jembatan.accounts.actor import Actor
    from jembatan.recruitment.models import Application, Call

APPLICATIONS, DECIDED, ROUNDS = 13_000, 2_000, 40
TONGUES = ("ja", "ko", "zh", "ar", "th", "vi", "ms", "fil", "lo", "km", "my", "hi", "ru", "fr", "pt")
COUNTRIES = ("JP", "KR", "CN", "SA", "TH", "VN", "MY", "PH", "LA", "KH", "MM", "IN", "KZ", "FR", "TL")
LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
FIRST = date(2027, 8, 18)


def main() -> None:
    """Measure in an installation of its own."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else APPLICATIONS
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as home:
        os.environ |= {"JEMBATAN_HOME": home, "DJANGO_SETTINGS_MODULE": "jembatan.config.settings"}
        from jembatan.platform.cli.database import database_open

        with database_open():
            print(json.dumps({"bench": "recruitment", "applications": count, **_measure(Path(home), count)}))


def _measure(folder: Path, count: int) -> dict[str, float | int]:
    from django.db import connection
    from django.test import Client

    from jembatan.config.warm import warm_up
    from jembatan.recruitment.actions.calls import weigh
    from jembatan.recruitment.actions.decide import decide, undo

    head = _desk()
    call = _call(head)
    figures: dict[str, float | int] = {"made_s": _seconds(lambda: _apply(call, count))}
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    figures["score_all_s"] = _seconds(lambda: weigh(head, call, call.weight_of_each()))
    client = Client(SERVER_NAME="localhost")
    assert head.user is not None
    client.force_login(head.user)
    warm_up()
    figures |= _pages(client, call)
    ids = list(call.applications.order_by("-score").values_list("pk", flat=True)[: min(DECIDED, count)])
    figures["decided"] = len(ids)
    before: list[dict[int, str]] = []
    figures["shortlist_with_letters_s"] = _seconds(
        lambda: before.append(decide(head, call, ids, "shortlisted"))
    )
    figures["undo_s"] = _seconds(lambda: undo(head, call, before[0], decided="shortlisted"))
    figures["accept_with_letters_s"] = _seconds(lambda: decide(head, call, ids, "accepted"))
    return figures | _import(head, folder, count)


def _desk() -> "Actor":
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


def _call(head: "Actor", name: str = "Games") -> "Call":
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


def _apply(call: "Call", count: int) -> None:
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


def _pages(client: "Client", call: "Call") -> dict[str, float | int]:
    """p95 of each page, and the most queries that one of them asks."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    one = call.applications.order_by("-score").values_list("pk", flat=True)[0]
    listed = f"/recruitment/{call.pk}/applications/"
    addresses = {
        "list": listed,
        "list_deep": f"{listed}?from=9000",
        "by_language": f"{listed}?language=ja&level=B2",
        "by_state": f"{listed}?status=new&employment=part",
        "by_name": f"{listed}?name=sari",
        "one": f"/applications/{one}/",
        "call": f"/recruitment/{call.pk}/",
        "public": f"/apply/{call.slug}/",
    }
    figures: dict[str, float | int] = {}
    queries = 0
    for name, address in addresses.items():
        taken = milliseconds(partial(_get, client, address) for _ in range(ROUNDS))[2:]
        figures[f"{name}_p95_ms"] = percentile(taken, 0.95)
        with CaptureQueriesContext(connection) as asked:
            _get(client, address)
        queries = max(queries, len(asked))
    return figures | {"most_queries": queries}


def _get(client: "Client", address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address} answered {answer.status_code}.")


def _import(head: "Actor", folder: Path, count: int) -> dict[str, float | int]:
    """As many rows from XLSX into another call, a fifth of the languages misspelt, and the same file again."""
    from jembatan.platform.imports.actions.run import import_now

    call = _call(head, "Other games")
    path = folder / "volunteers.xlsx"
    _write(path, count)
    figures: dict[str, float | int] = {}
    for what in ("import_s", "import_again_s"):
        started = time.perf_counter()
        batch = import_now(head, [path], kind="applications", options={"call": call.pk}).batch
        figures[what] = round(time.perf_counter() - started, 2)
        if batch.read != count or batch.quarantined:
            sys.exit(f"{what}: {batch.read} read, {batch.quarantined} quarantined.")
    return figures


def _write(path: Path, count: int) -> None:
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


def _seconds(deed: Callable[[], Any]) -> float:
    started = time.perf_counter()
    deed()
    return round(time.perf_counter() - started, 2)


if __name__ == "__main__":
    main()
