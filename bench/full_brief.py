"""A written brief for a meeting of thirty with a partner of ten years: from the data to the PDF."""

import random
import re
import time
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bench.invented import person_name

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.directory.models import Organisation, Person
    from jembatan.meetings.models import Meeting

PARTICIPANTS, YEARS, MAILS_A_YEAR, ROUNDS = 30, 10, 60, 5
PARAGRAPH = "What both sides agreed last time holds, and what was left open comes first today. " * 2
ROWS = "\n".join(f"Point {number}: who does what, and until which day" for number in range(1, 9))
UA = re.compile(rb"pdfuaid:part[^0-9]*1")


def measure_full() -> dict[str, Any]:
    """The slowest of a few rounds, its pages, and whether it is marked PDF/UA-1."""
    from jembatan.accounts.actor import operator
    from jembatan.accounts.models import Desk
    from jembatan.briefings.actions.start import start_brief
    from jembatan.briefings.actions.write import save_part
    from jembatan.briefings.models import Part
    from jembatan.briefings.queries.writing.whole import document_now
    from jembatan.platform.documents.pdf import count_pages, write_pdf

    actor = operator(Desk.objects.order_by("pk")[:1].get())
    brief = start_brief(actor, _record(actor), language="en")
    for part in Part:
        points = part in {Part.CERTAIN, Part.POSSIBLE}
        save_part(actor, brief, part, ROWS if points else f"{PARAGRAPH}\n\n{PARAGRAPH}", version=0)
    taken, pdf = [], b""
    for _ in range(ROUNDS):
        start = time.perf_counter()
        pdf = write_pdf(document_now(brief, by=actor.name))
        taken.append(time.perf_counter() - start)
    return {
        "full_seconds": round(max(taken), 3),
        "full_pages": count_pages(pdf),
        "full_is_ua": bool(UA.search(pdf)),
    }


def _record(actor: "Actor") -> "Meeting":
    """Thirty people with a post, a meeting a month and a mail every six days for ten years, and the next meeting."""
    from django.utils import timezone

    from jembatan.directory.actions.organisations import add_organisation
    from jembatan.directory.actions.people import add_person
    from jembatan.meetings.actions.plan_meeting import Times, plan_meeting

    chance = random.Random(30)
    partner = add_organisation(actor, "Authority of the Full Record", fields={"country": "NL"})
    people = [
        add_person(
            actor,
            f"{person_name(chance)} {number}",
            fields={"form_of_address": "Ms", "note": "Studied law; at the authority since 2009."},
            email=f"person{number}@full.example",
            organisation=partner,
            position=f"Adviser {number}",
        )
        for number in range(PARTICIPANTS)
    ]
    now = timezone.now()
    for month in range(1, YEARS * 12):
        begins = now - timedelta(days=30 * month)
        times = Times(begins, begins + timedelta(hours=1))
        plan_meeting(actor, f"Round {month}", times=times, zone="Asia/Jakarta", parties=[partner])
    _mail(actor, partner, people, now)
    begins = now + timedelta(days=1)
    times = Times(begins, begins + timedelta(hours=2))
    return plan_meeting(actor, "Round table", times=times, zone="Asia/Jakarta", parties=[partner, *people])


def _mail(actor: "Actor", partner: "Organisation", people: "Iterable[Person]", now: datetime) -> None:
    from jembatan.correspondence.models import Mailbox, Message, Sender, Thread

    mailbox = Mailbox.objects.create(desk=actor.desk, name="full")
    senders = [
        Sender.objects.update_or_create(
            desk=actor.desk,
            email=f"person{number}@full.example",
            defaults={"state": Sender.State.KNOWN, "person": person, "organisation": partner},
        )[0]
        for number, person in enumerate(people)
    ]
    for number in range(YEARS * MAILS_A_YEAR):
        moment = now - timedelta(days=6 * number)
        thread = Thread.objects.create(
            desk=actor.desk,
            subject=f"Matter {number}",
            turn=Thread.Turn.OURS if number < 20 else Thread.Turn.NOBODYS,
            turn_since=moment if number < 20 else None,
            first_at=moment,
            last_at=moment,
            message_count=1,
        )
        Message.objects.create(
            desk=actor.desk,
            mailbox=mailbox,
            thread=thread,
            sender=senders[number % len(senders)],
            message_id=f"<{number}@full.example>",
            subject=thread.subject,
            from_name="Adviser",
            from_email=f"person{number % PARTICIPANTS}@full.example",
            sent_at=moment,
            text=PARAGRAPH * 3,
            digest=f"{number:064x}",
        )
