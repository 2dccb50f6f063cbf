"""Search over 100,000 messages and 100,000 people: `python -m bench.search`. The target is a 95th percentile of 50 ms.

What is measured is one question to every source, as the search page asks it, typing errors and rare words included.
"""

import json
import random
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import batched
from typing import TYPE_CHECKING

from bench.invented import FAMILY, GIVEN, MATTERS, WORDS, organisation_name, person_name, rare_words, sentence
from bench.own_database import own_database
from bench.timed import milliseconds, percentile

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.correspondence.models import Message

MESSAGES, PEOPLE, ORGANISATIONS = 100_000, 100_000, 5_000
QUESTIONS_OF_EACH = 60
NOW = datetime(2026, 11, 25, tzinfo=UTC)


def main() -> None:
    """Generate, measure, print."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with own_database():
        from demo.cast import open_office
        from jembatan.accounts.actor import operator
        from jembatan.directory.models import Person
        from jembatan.platform.search.vocabulary import learn

        actor = operator(open_office())
        rare = rare_words(int(20_000 * share))
        _directory(actor, share)
        _messages(actor, rare, int(MESSAGES * share))
        start = time.perf_counter()
        learnt = learn()
        names = list(Person.objects.order_by("pk").values_list("full_name", flat=True)[::97])
        figures = {"vocabulary_rows_per_second": round(learnt / (time.perf_counter() - start))}
        _analyse()
        print(
            json.dumps(
                {"bench": "search", "messages": int(MESSAGES * share)}
                | figures
                | _measure(actor, rare, names)
            )
        )


def _directory(actor: "Actor", share: float) -> None:
    from jembatan.directory.actions.derived import derive
    from jembatan.directory.models import Organisation, Person

    chance = random.Random(1)
    people = [Person(desk=actor.desk, full_name=person_name(chance)) for _ in range(int(PEOPLE * share))]
    bodies = [
        Organisation(desk=actor.desk, name=organisation_name(chance, n))
        for n in range(int(ORGANISATIONS * share))
    ]
    for person in people:
        derive(person)
    for body in bodies:
        derive(body)
    Person.objects.bulk_create(people, batch_size=5000)
    Organisation.objects.bulk_create(bodies, batch_size=5000)


def _messages(actor: "Actor", rare: list[str], count: int) -> None:
    from jembatan.correspondence.models import Mailbox, Message, Thread

    mailbox = Mailbox.objects.create(desk=actor.desk)
    threads = Thread.objects.bulk_create(
        Thread(desk=actor.desk, subject="x") for _ in range(max(count // 5, 1))
    )

    def written() -> "Iterable[Message]":
        chance = random.Random(2)
        for number in range(count):
            yield Message(
                desk=actor.desk,
                mailbox=mailbox,
                thread=threads[number % len(threads)],
                message_id=f"{number}@bench.example",
                digest=str(number),
                sent_at=NOW - timedelta(minutes=chance.randrange(1_000_000)),
                subject=sentence(chance, rare, words=6),
                from_name=person_name(chance),
                from_email=f"{chance.choice(GIVEN).lower()}@{chance.choice(MATTERS).lower()}.example",
                text=sentence(chance, rare, words=chance.randint(20, 200)),
                language=chance.choice(("id", "id", "en")),
            )

    for batch in batched(written(), 2000):
        Message.objects.bulk_create(batch)


def _analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _measure(actor: "Actor", rare: list[str], names: list[str]) -> dict[str, float]:
    from jembatan.platform.search.finding import find_everywhere
    from jembatan.platform.search.web.pages.search import COUNTED

    figures = {
        name: milliseconds(partial(find_everywhere, actor, question, limit=COUNTED) for question in questions)
        for name, questions in _questions(rare, names).items()
    }
    together = [taken for figure in figures.values() for taken in figure]
    return {f"{name}_p95_ms": percentile(figure, 0.95) for name, figure in figures.items()} | {
        "p50_ms": percentile(together, 0.5),
        "p95_ms": percentile(together, 0.95),
    }


def _questions(rare: list[str], names: list[str]) -> dict[str, list[str]]:
    chance = random.Random(3)
    return {
        "name": [chance.choice(names) for _ in range(QUESTIONS_OF_EACH)],
        "beginning_of_name": [
            chance.choice(FAMILY)[: chance.randint(3, 5)] for _ in range(QUESTIONS_OF_EACH)
        ],
        "mistyped_name": [_mistyped(chance, chance.choice(names)) for _ in range(QUESTIONS_OF_EACH)],
        "common_word": [chance.choice(WORDS) for _ in range(QUESTIONS_OF_EACH)],
        "common_words": [" ".join(chance.sample(WORDS, 2)) for _ in range(QUESTIONS_OF_EACH)],
        "rare_word": [chance.choice(rare) for _ in range(QUESTIONS_OF_EACH)],
        "mistyped_word": [_mistyped(chance, chance.choice(rare)) for _ in range(QUESTIONS_OF_EACH)],
    }


def _mistyped(chance: random.Random, word: str) -> str:
    """Two neighbours of the first word swapped."""
    place = chance.randrange(1, max(len(word.split()[0]) - 2, 2))
    return word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]


if __name__ == "__main__":
    main()
