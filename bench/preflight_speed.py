"""The pre-flight check of a 500-word letter against a partner with 5,000 messages; `python -m bench.preflight_speed [OTHERS]`.

The target is 200 ms. Beside the partner's, the desk holds OTHERS (20,000) messages with 300 other partners. The letter states figures and
dates, and uses acronyms, so that what was exchanged before has to be searched.
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bench.mailbox import US, WORDS
from bench.own_database import own_database
from bench.timed import milliseconds, percentile

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.correspondence.models import Message, Sender, Thread
    from jembatan.correspondence.preflight.letter import Letter

MESSAGES, OTHERS, PARTNERS = 5_000, 20_000, 300
PARTNER = "budi.santoso@kementerianlaut.example"
ROUNDS = 60
START = datetime(2024, 1, 8, 2, 0, tzinfo=UTC)
FIGURES = (
    "Latihan bersama diikuti {n} kapal dari tiga instansi.",
    "Pelatihan pandu menyediakan {n} tempat bagi kementerian.",
    "Rapat koordinasi delegasi dilaksanakan pada {d} Maret 2027.",
    "Biaya sewa gudang pelabuhan adalah Rp{n}.500.000 sebulan.",
)


def main() -> None:
    """Fill, measure, print."""
    others = int(sys.argv[1]) if len(sys.argv) > 1 else OTHERS
    with own_database():
        from demo.cast import open_office
        from jembatan.accounts.actor import operator
        from jembatan.correspondence.queries.preflight import findings_for

        actor = operator(open_office())
        _fill(actor, others)
        letter = _letter()
        call = partial(findings_for, actor, letter=letter)
        [first] = milliseconds([call])
        taken = milliseconds([call] * ROUNDS)
        told = {
            "bench": "preflight_speed",
            "messages_of_the_partner": MESSAGES,
            "messages": MESSAGES + others,
            "words": len(letter.text.split()),
            "findings": len(call()),
            "first_ms": round(first, 1),
            "p50_ms": percentile(taken, 0.5),
            "p95_ms": percentile(taken, 0.95),
        }
    print(json.dumps(told))


def _fill(actor: "Actor", others: int) -> None:
    from django.db import connection

    from jembatan.correspondence.models import Mailbox, Message, Recipient, Sender, Thread
    from jembatan.directory.actions.organisations import add_organisation
    from jembatan.directory.actions.people import add_person

    rng = random.Random(7)
    ministry = add_organisation(actor, "Kementerian Laut")
    budi = add_person(actor, "Budi Santoso", email=PARTNER, organisation=ministry)
    addresses = [f"orang{number}@badan{number}.example" for number in range(PARTNERS)]
    senders = Sender.objects.bulk_create(
        Sender(desk=actor.desk, email=email, state=Sender.State.KNOWN) for email in [US, PARTNER, *addresses]
    )
    Sender.objects.filter(email=PARTNER).update(person=budi, organisation=ministry)
    mailbox = Mailbox.objects.create(desk=actor.desk, name="bench")
    threads = Thread.objects.bulk_create(
        Thread(desk=actor.desk, subject=f"Perkara {number}", message_count=5)
        for number in range((MESSAGES + others) // 5)
    )
    made = Message.objects.bulk_create(
        _messages(actor, mailbox.pk, threads, senders, others, rng), batch_size=2000
    )
    Recipient.objects.bulk_create(
        (
            Recipient(message=message, field="to", email=receiver.email, sender=receiver)
            for number, message in enumerate(made)
            for receiver in [_partner(senders, number) if message.ours else senders[0]]
        ),
        batch_size=5000,
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _messages(
    actor: "Actor",
    mailbox_id: int,
    threads: "list[Thread]",
    senders: "list[Sender]",
    others: int,
    rng: random.Random,
) -> "Iterator[Message]":
    from jembatan.correspondence.models import Message

    for number in range(MESSAGES + others):
        ours = number % 2 == 0
        author = senders[0] if ours else _partner(senders, number)
        yield Message(
            desk=actor.desk,
            mailbox_id=mailbox_id,
            thread=threads[number // 5],
            message_id=f"{number}@bench.example",
            sent_at=START + timedelta(minutes=15 * number),
            subject="Koordinasi",
            from_email=author.email,
            sender=author,
            ours=ours,
            text=_text(rng, 120),
            language="id",
            digest=f"{number:064}",
        )


def _partner(senders: "list[Sender]", number: int) -> "Sender":
    """The first 5,000 messages are exchanged with the partner, the rest with the others in turn."""
    return senders[1] if number < MESSAGES else senders[2 + number % PARTNERS]


def _text(rng: random.Random, length: int) -> str:
    words = WORDS["id"].split()
    sentences = [" ".join(rng.choices(words, k=12)).capitalize() + "." for _ in range(length // 12)]
    sentences.insert(
        rng.randrange(len(sentences)), rng.choice(FIGURES).format(n=rng.randint(10, 99), d=rng.randint(1, 28))
    )
    return "\n".join(sentences)


def _letter() -> "Letter":
    from jembatan.correspondence.formats.language import language_of
    from jembatan.correspondence.preflight.letter import Correspondent, Letter

    rng = random.Random(11)
    figures = [figure.format(n=7, d=29) for figure in FIGURES]
    paragraphs = [_text(rng, 108) for _ in range(4)]
    text = "\n\n".join(
        [
            "Yth. Bapak Budi,",
            *paragraphs,
            *figures,
            "Naskah RKTL dan BPKX kami kirim Jumat depan pukul 14.00.",
            "Hormat kami,\nBagus",
        ]
    )
    return Letter(
        subject="Koordinasi",
        text=text,
        author=Correspondent("Bagus Prasetyo", US),
        to=(Correspondent("Budi Santoso", PARTNER),),
        language=language_of(text),
        sent_at=datetime(2026, 11, 30, 2, 0, tzinfo=UTC),
    )


if __name__ == "__main__":
    main()
