"""Handing what waits to the push services: at least once, whoever is killed meanwhile; on a phone a second one takes the place of the first."""

import json
import os
from base64 import b32encode
from dataclasses import asdict
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from jembatan.field.access import OnDuty, Standing
from jembatan.field.actions.pushing.key import push_key
from jembatan.field.actions.pushing.unheard import lose
from jembatan.field.formats.push_message import SALT, browser_of, encrypted
from jembatan.field.formats.vapid import authorization
from jembatan.field.models import Push, PushAddress
from jembatan.field.queries.duties import works_until
from jembatan.field.queries.push_words import PushWords, words_of
from jembatan.field.servers.push_service import Gone, Never, NotNow, PushServices
from jembatan.programmes.models import Officer

AT_ONCE = 50
LEASE = timedelta(minutes=15)
"""How long one is left to whoever took it: longer than `AT_ONCE` services take that do not answer."""
AFTERWARDS = timedelta(days=7)
MOST_TRIES = 8
FIRST_REST = 30
PADDED = 512
"""Bytes; all are as long as each other, so that a push service cannot tell one kind from another."""


def send_due() -> int:
    """Everything that is due now; returns how many the services have taken."""
    _forget(timezone.now())
    sent = 0
    key: EllipticCurvePrivateKey | None = None
    with PushServices() as services:
        while taken := _take(timezone.now()):
            key = key or push_key()
            sent += sum(_send(push, services, key) for push in taken)
    return sent


def _forget(now: datetime) -> None:
    """Addresses of those who work no more, also where nothing is to be sent to them."""
    over = Q(phone__officer__status=Officer.Status.ENDED) | Q(phone__ended_at__isnull=False)
    over |= Q(phone__officer__programme__last_day__lt=now.date() - AFTERWARDS)
    PushAddress.objects.filter(over).delete()


@transaction.atomic
def _take(now: datetime) -> list[Push]:
    """Those of one service stand together. Whoever else looks meanwhile gets others."""
    Push.objects.filter(over_at__lte=now).delete()
    due = Push.objects.filter(due_at__lte=now).select_for_update(skip_locked=True, of=("self",))
    taken = list(due.order_by("due_at", "pk")[:AT_ONCE])
    for push in taken:
        push.due_at, push.tries = now + LEASE, push.tries + 1
    Push.objects.bulk_update(taken, ["due_at", "tries"])
    about = Push.objects.select_related("address__phone__officer__programme__desk")
    return list(about.filter(pk__in=[push.pk for push in taken]).order_by("address__endpoint", "pk"))


def _send(push: Push, services: PushServices, key: EllipticCurvePrivateKey) -> bool:
    now = timezone.now()
    phone = push.address.phone
    if OnDuty(phone.officer, phone, works_until(phone.officer)).standing(now) != Standing.OPEN:
        push.address.delete()
        return False
    words = words_of(push)
    if words is None:
        _settle(push)
        return False
    try:
        services.hand_over(push.address.endpoint, _headers(push, key, now), _body(push, words))
    except (Gone, Never):
        lose(push)
        return False
    except NotNow as trouble:
        _put_off(push, trouble.rest, now)
        return False
    _settle(push)
    PushAddress.objects.filter(pk=push.address_id).update(reached_at=now)
    return True


def _headers(push: Push, key: EllipticCurvePrivateKey, now: datetime) -> dict[str, str]:
    """`Topic` lets a later one take the place of an earlier one that still waits at the service, which cannot tell what it stands for."""
    hashed = salted_hmac("jembatan push topic", f"{push.kind} {push.record}", algorithm="sha256")
    topic = b32encode(hashed.digest()[:15]).decode("ascii")
    endpoint, contact = push.address.endpoint, _contact()
    return {
        "Authorization": authorization(endpoint, key, contact=contact, now=int(now.timestamp())),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(max(0, int((push.over_at - now).total_seconds()))),
        "Urgency": "high",
        "Topic": topic,
    }


def _contact() -> str:
    """Services want to know whom to write to."""
    public = settings.PUBLIC_URL
    return public if public.startswith("https:") else f"mailto:{settings.DEFAULT_FROM_EMAIL}"


def _body(push: Push, words: PushWords) -> bytes:
    told = json.dumps(asdict(words), ensure_ascii=False).encode()
    browser = browser_of(push.address.p256dh, push.address.auth)
    key = generate_private_key(SECP256R1())
    return encrypted(told.ljust(PADDED), browser, key=key, salt=os.urandom(SALT))


def _settle(push: Push) -> None:
    """Gone, unless there has been news since."""
    Push.objects.filter(pk=push.pk, turn=push.turn).delete()


def _put_off(push: Push, rest: int, now: datetime) -> None:
    """Twice as long each time, and at least as long as the service says; after `MOST_TRIES` the phone counts as one that rings no more."""
    if push.tries >= MOST_TRIES:
        lose(push)
        return
    pause = max(rest, FIRST_REST * 2 ** (push.tries - 1))
    Push.objects.filter(pk=push.pk, turn=push.turn).update(due_at=now + timedelta(seconds=pause))
