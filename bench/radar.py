"""The radar over 1,000,000 entries and 5,000 partners; `python -m bench.radar [SHARE]`.

Targets: the whole radar within 60 s and 1 GB (the database not counted), and a new entry's partner within 1 s. Entries are mail of two years in
conversations of three, with their texts, receivers and parties, and meetings; partners, colleagues and days are spread evenly. The index of the full-text search, which
the radar does not read, is left out. Processor seconds of the radar and of its connection to the database say
what a busy machine hides. `first` finds everything anew, `again` what it knows already; both are processes of their own. `partner` is one new mail each.
"""

import json
import os
import sys
import time
from datetime import timedelta
from typing import Any

import psutil

from bench.measured import run
from bench.own_database import own_database
from bench.timed import percentile

PARTNERS, THREADS, MEETINGS = 5_000, 285_000, 145_000
OURS, EACH, ROUNDS = 20, 4, 40
TEXTS = (
    "Bersama ini kami sampaikan jadwal kunjungan delegasi. Mohon konfirmasi kehadiran Bapak/Ibu.",
    "Thank you for the documents. We will look at them next week and come back to you.",
    "Biaya sandar kapal feri adalah Rp 5 juta per hari, termasuk pandu. Mohon tanggapan.",
    "When will the survey vessel arrive in the harbour? Our harbour master has to plan the berth.",
    "The delegation will bring 12 delegates and two interpreters. The programme is attached.",
    "Terlampir notula rapat kemarin. Silakan dikoreksi bila ada yang keliru.",
    "Our contribution to the joint exercise is USD 25,000, payable in March.",
)


def main() -> None:
    """Generate, measure, print."""
    if sys.argv[1:2] == ["--look"]:
        _look()
        return
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with own_database():
        started = time.perf_counter()
        entries = _fill(share)
        told: dict[str, Any] = {"bench": "radar", "entries": entries, "partners": int(PARTNERS * share)}
        told["seconds_to_fill"] = round(time.perf_counter() - started)
        for name in ("first", "again"):
            cost = run([sys.executable, "-m", "bench.radar", "--look"], environment=dict(os.environ))
            told[name] = {
                "seconds": round(cost.seconds, 1),
                "cpu_seconds": round(cost.cpu_seconds, 1),
                "peak_mb": round(cost.peak_rss_mb),
            }
            told[name] |= json.loads(cost.output)
        print(json.dumps(told | _one_by_one()))


def _look() -> None:
    """The whole radar, in a process that does nothing else."""
    import django

    django.setup()
    from django.db import connection

    from jembatan.accounts.models import Desk
    from jembatan.radar.actions.watch import watch

    watched = watch(Desk.objects.get())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        spent = psutil.Process(cursor.fetchone()[0]).cpu_times()
    database = round(spent.user + spent.system, 1)
    print(json.dumps({"signals": watched.open, "new": watched.new, "database_cpu_seconds": database}))


def _one_by_one() -> dict[str, Any]:
    """Partners to whom a mail has just gone."""
    from jembatan.accounts.actor import operator
    from jembatan.accounts.models import Desk
    from jembatan.directory.models import Organisation
    from jembatan.journal.actions.record import Line, record
    from jembatan.radar.actions.watch import watch

    desk = Desk.objects.get()
    taken = []
    for house in Organisation.objects.order_by("pk")[:ROUNDS]:
        record(operator(desk), Line(kind="mail.received", summary="New", parties=(house,), by="x"))
        started = time.perf_counter()
        watch(desk, only=[3 * house.pk])
        taken.append(1000 * (time.perf_counter() - started))
    return {"partner": {"median_ms": round(percentile(taken, 0.5)), "p95_ms": round(percentile(taken, 0.95))}}


def _fill(share: float) -> int:
    """How many entries there are."""
    from django.db import connection
    from django.utils import timezone

    from jembatan.accounts.models import Desk, Membership, Role, User
    from jembatan.correspondence.models import Mailbox, Sender
    from jembatan.directory.models import Organisation, Person

    desk = Desk.objects.create(name="Bench", slug="bench")
    houses, people = int(PARTNERS * share), int(PARTNERS * share) * EACH
    for number in range(OURS):
        user = User.objects.create_user(f"o{number}@ours.example", full_name=f"Officer {number}")
        Membership.objects.create(desk=desk, user=user, role=Role.OFFICER)
        Sender.objects.create(desk=desk, email=user.email, name=user.full_name, state=Sender.State.OURS)
    Organisation.objects.bulk_create(
        Organisation(desk=desk, name=f"House {n}", name_folded=f"house {n}", search_text=f" house {n}")
        for n in range(houses)
    )
    Person.objects.bulk_create(
        Person(
            desk=desk, full_name=f"Person {n}", name_folded=f"p {n}", search_text=f" p {n}", sort_key=f"p {n}"
        )
        for n in range(people)
    )
    first_house = Organisation.objects.order_by("pk").values_list("pk", flat=True)[0]
    first_person = Person.objects.order_by("pk").values_list("pk", flat=True)[0]
    first_sender = Sender.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    Sender.objects.bulk_create(
        Sender(
            desk=desk,
            email=f"p{n}@house.example",
            name=f"Person {n}",
            state=Sender.State.KNOWN,
            person_id=first_person + n,
            organisation_id=first_house + n // EACH,
        )
        for n in range(people)
    )
    values: dict[str, Any] = {
        "desk": desk.pk,
        "mailbox": Mailbox.objects.create(desk=desk, name="bench").pk,
        "now": timezone.now() - timedelta(hours=1),
        "threads": int(THREADS * share),
        "meetings": int(MEETINGS * share),
        "houses": houses,
        "people": people,
        "house": first_house,
        "person": first_person,
        "sender": first_sender,
        "ours": Sender.objects.filter(state=Sender.State.OURS).order_by("pk").values_list("pk", flat=True)[0],
        "user": User.objects.order_by("pk").values_list("pk", flat=True)[0],
        "texts": list(TEXTS),
        "count": OURS,
    }
    with connection.cursor() as cursor:
        for statement in STATEMENTS:
            cursor.execute(statement, values)
        cursor.execute("SELECT count(*) FROM journal_entry")
        return int(cursor.fetchone()[0])


# Conversation n is with person 7919 n mod people; its messages 0 and 2 are theirs, 1 is ours. One in twenty waits for somebody.
STATEMENTS = (
    "DROP INDEX message_search",
    """
    INSERT INTO correspondence_thread (id, desk_id, subject, turn, turn_since, due_at, marking, first_at, last_at, message_count, done_at)
    SELECT n, %(desk)s, 'Matter ' || n, CASE n %% 40 WHEN 0 THEN 'ours' WHEN 1 THEN 'theirs' ELSE 'nobodys' END,
        began + interval '3 days', began + interval '6 days', 'TLP:GREEN', began, began + interval '5 days', 3,
        CASE WHEN n %% 40 < 2 THEN NULL ELSE began + interval '6 days' END
    FROM generate_series(1, %(threads)s) AS n,
        LATERAL (SELECT %(now)s - (n::float / %(threads)s * 720 + 5) * interval '1 day' AS began) AS start
    """,
    """
    INSERT INTO correspondence_message (id, desk_id, mailbox_id, thread_id, message_id, in_reply_to, "references", placement, sent_at, subject,
        subject_key, unreferenced_reply, from_name, from_email, sender_id, ours, pretends, automatic, thanks, asks, settles, holds, internal, text,
        searched, html, head, language, size, digest, defects)
    SELECT 3 * n + part, %(desk)s, %(mailbox)s, n, (3 * n + part) || '@bench.example', '', '{}', 'first', first_at + (1.5 * part) * interval '1 day',
        subject, 0, false, '', '', CASE part WHEN 1 THEN %(ours)s + (n + n / 4999) %% %(count)s ELSE %(sender)s + (n::bigint * 7919) %% %(people)s END,
        part = 1, false, false, false, (n + part) %% 3 = 0, false, false, false,
        (%(texts)s::text[])[1 + (n + part) %% cardinality(%(texts)s::text[])], 100000, '', '', CASE n %% 2 WHEN 0 THEN 'id' ELSE 'en' END, 500,
        lpad((3 * n + part)::text, 64, '0'), '{}'
    FROM correspondence_thread AS thread, LATERAL (SELECT thread.id AS n) AS numbered, generate_series(0, 2) AS part
    """,
    """
    INSERT INTO correspondence_recipient (message_id, field, name, email, sender_id)
    SELECT id, 'to', '', 'x@bench.example', CASE WHEN ours THEN %(sender)s + (thread_id * 7919) %% %(people)s
        ELSE %(ours)s + (thread_id + thread_id / 4999) %% %(count)s END
    FROM correspondence_message
    """,
    """
    INSERT INTO journal_entry (id, desk_id, occurred_at, precision, user_id, actor_name, kind, summary, detail, marking, source_kind, source_id)
    SELECT id, %(desk)s, sent_at, 'minute', CASE WHEN ours THEN %(user)s + sender_id - %(ours)s END, 'x',
        CASE WHEN ours THEN 'mail.sent' ELSE 'mail.received' END, subject, '', 'TLP:GREEN', 'message', id
    FROM correspondence_message
    """,
    """
    INSERT INTO journal_entry (id, desk_id, occurred_at, precision, user_id, actor_name, kind, summary, detail, marking, source_kind)
    SELECT 10000000 + n, %(desk)s, %(now)s - (n::float / %(meetings)s * 720) * interval '1 day', 'minute', %(user)s + n %% %(count)s, 'x',
        'meeting.held', 'Meeting ' || n, '', 'TLP:GREEN', '' FROM generate_series(1, %(meetings)s) AS n
    """,
    """
    INSERT INTO journal_entryparty (entry_id, desk_id, person_id, name, occurred_at, kind)
    SELECT entry.id, %(desk)s, %(person)s + (entry.id / 3 * 7919) %% %(people)s, 'x', entry.occurred_at, entry.kind FROM journal_entry AS entry
    """,
    """
    INSERT INTO journal_entryparty (entry_id, desk_id, organisation_id, name, occurred_at, kind)
    SELECT entry_id, %(desk)s, %(house)s + (person_id - %(person)s) / 4, 'x', occurred_at, kind FROM journal_entryparty
    """,
    "SELECT setval(pg_get_serial_sequence('journal_entry', 'id'), 20000000)",
    "ANALYZE",
)


if __name__ == "__main__":
    main()
