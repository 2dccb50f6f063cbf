"""Officers who check in at the same time: a real server on loopback, 200 phones at once, some of which never get their answer.

`python -m bench.checkin [CHECK_INS] [AT_ONCE]` opens an office of its own, signs one phone in for each check-in, lets each open its page,
scan the code of a place and deliver it; one in ten hangs up before the answer and delivers the same again. Prints one JSON line. Reach:
1,000 check-ins within 5 minutes by 200 phones at once, none lost and none twice.
"""

import argparse
import json
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from bench.timed import percentile
from demo.trial import Office, open_office

CHECK_INS, AT_ONCE = 1000, 200
HANGS_UP = 10
TRIES = 20
TOKEN = "benchbenchbenchbenchbenchbench12"
FILL = """
import json
from datetime import timedelta
from django.utils import timezone
from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from jembatan.deployment.models import Assignment, Roster
from jembatan.field.models import Phone, PhoneLink
from jembatan.field.queries.phones import digest_of
from jembatan.field.queries.place_code import code_of
from jembatan.programmes.actions.programmes import Days, open_programme
from jembatan.programmes.models import Delegation, Duty, Officer, Place
actor = operator(Desk.objects.earliest("pk"))
now, today = timezone.now(), timezone.localdate()
programme = open_programme(actor, "Check-ins", Days(today - timedelta(days=1), today + timedelta(days=2), "Asia/Jakarta"))
common = {"desk": actor.desk, "programme": programme}
place = Place.objects.create(name="Village", **common)
roster = Roster.objects.create(version=1, state="published", published_at=now, **common)
tokens = ["bench-token-%05d" % number for number in range(COUNT)]
officers = Officer.objects.bulk_create(Officer(number=n + 1, full_name="Officer %d" % n, **common) for n in range(COUNT))
delegations = Delegation.objects.bulk_create(Delegation(name="Delegation %d" % n, size=20, **common) for n in range(45))
duties = Duty.objects.bulk_create(Duty(
    title="Duty %d" % n, delegation=delegations[n % 45], place=place, day=today, starts_at=now, ends_at=now + timedelta(hours=4), **common
) for n in range(COUNT))
Assignment.objects.bulk_create(
    Assignment(desk=actor.desk, roster=roster, duty=duty, officer=officer) for duty, officer in zip(duties, officers))
links = PhoneLink.objects.bulk_create(PhoneLink(
    desk=actor.desk, officer=officer, digest=digest_of("link" + token), until=now + timedelta(days=1)
) for officer, token in zip(officers, tokens))
Phone.objects.bulk_create(
    Phone(desk=actor.desk, officer=link.officer, link=link, digest=digest_of(token)) for link, token in zip(links, tokens))
codes = {int(now.timestamp()) // 60 + minute: code_of(place.pk, now + timedelta(minutes=minute)) for minute in range(-1, 20)}
print(json.dumps({"tokens": tokens, "codes": codes}))
"""
COUNTED = """
import json
from jembatan.field.models import Attendance, Deed
print(json.dumps({"attendances": Attendance.objects.count(), "deeds": Deed.objects.filter(outcome="done").count()}))
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where phones deliver, and what the screen at the door shows, by minute."""

    host: str
    port: int
    codes: dict[str, str]

    def code(self) -> str:
        """The one of now."""
        return self.codes[str(int(time.time()) // 60)]


def main() -> None:
    """Fill, check in, count, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("check_ins", nargs="?", type=int, default=CHECK_INS)
    parser.add_argument("at_once", nargs="?", type=int, default=AT_ONCE)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as home:
        office = open_office(Path(home))
        try:
            print(json.dumps({"bench": "checkin", **_measure(office, asked.check_ins, asked.at_once)}))
        finally:
            office.close()


def _measure(office: Office, check_ins: int, at_once: int) -> dict[str, Any]:
    filled = _say(office, FILL.replace("COUNT", str(check_ins)))
    site = urlsplit(office.site)
    desk = Desk(site.hostname or "", site.port or 80, filled["codes"])
    gate, hung_up = threading.Barrier(at_once), count()
    tokens: Sequence[str] = filled["tokens"]

    def phones(number: int) -> list[float]:
        gate.wait()
        return [
            _check_in(desk, token, hung_up, index)
            for index, token in enumerate(tokens)
            if index % at_once == number
        ]

    started = time.perf_counter()
    with ThreadPoolExecutor(at_once) as hands:
        taken = [each for some in hands.map(phones, range(at_once)) for each in some]
    seconds = time.perf_counter() - started
    counted = _say(office, COUNTED)
    if counted != {"attendances": check_ins, "deeds": check_ins}:
        sys.exit(f"{check_ins} were sent, and the desk has {counted}.")
    return {
        "check_ins": check_ins,
        "phones_at_once": at_once,
        "answers_never_read": next(hung_up),
        "seconds": round(seconds, 1),
        "a_second": round(check_ins / seconds, 1),
        "p50_ms": percentile(taken, 0.5),
        "p95_ms": percentile(taken, 0.95),
        "lost": 0,
        "twice": 0,
    }


def _check_in(desk: Desk, token: str, hung_up: "count[int]", index: int) -> float:
    """Opens the page, then delivers one scan until there is an answer; milliseconds from the scan to the answer."""
    _ask(desk, "GET", "/duty/data/", token)
    now = datetime.now(UTC).isoformat()
    deed = {"key": str(uuid4()), "kind": "scan", "happened_at": now, "data": {"code": desk.code()}}
    body = urlencode({"deeds": json.dumps([deed]), "sent_at": datetime.now(UTC).isoformat()})
    started = time.perf_counter()
    if index % HANGS_UP == 0:
        _ask(desk, "POST", "/duty/deeds/", token, body, hang_up=True)
        next(hung_up)
    answer = _ask(desk, "POST", "/duty/deeds/", token, body)
    if answer["answers"][0]["outcome"] != "done":
        sys.exit(f"A check-in was answered {answer}.")
    return (time.perf_counter() - started) * 1000


def _ask(desk: Desk, method: str, path: str, token: str, body: str = "", *, hang_up: bool = False) -> Any:
    """Tries again where nobody answers, as a phone does."""
    headers = {"Cookie": f"jembatan_duty={token}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    for attempt in range(TRIES):
        connection = HTTPConnection(desk.host, desk.port, timeout=60)
        try:
            connection.request(method, path, body or None, headers)
            if hang_up:
                return None
            response = connection.getresponse()
            content = response.read()
            if response.status == 200:
                return json.loads(content)
        except (OSError, HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.1 * (attempt + 1))
    sys.exit(f"{method} {path} was never answered.")


def _say(office: Office, command: str) -> Any:
    return json.loads(office.command("manage", "shell", "--command", command).stdout.strip().splitlines()[-1])


if __name__ == "__main__":
    main()
