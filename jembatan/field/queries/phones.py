"""Which phone a cookie names, and which links and phones the desk sees."""

import hashlib

from django.db.models import Exists, OuterRef, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.field.access import OnDuty
from jembatan.field.models import Phone, PhoneLink
from jembatan.field.queries.duties import works_until
from jembatan.platform.record_numbers import record_number
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.visible import visible_officers


def digest_of(token: str) -> str:
    """What is kept of a token; it has 192 random bits, so that nothing slower is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def on_duty(token: str) -> OnDuty | None:
    """Who holds this cookie, whatever they may do now."""
    if not token:
        return None
    held = Phone.objects.filter(digest=digest_of(token))
    phone = held.select_related("officer__programme__dossier", "officer__desk", "officer__leader").first()
    return OnDuty(phone.officer, phone, works_until(phone.officer)) if phone else None


def link_named(token: str) -> PhoneLink | None:
    """Used, over or not."""
    found = PhoneLink.objects.filter(digest=digest_of(token))
    return found.select_related("officer__programme", "officer__desk").first()


def visible_links(actor: Actor) -> QuerySet[PhoneLink]:
    """Those of officers whom the actor sees."""
    return PhoneLink.objects.filter(officer__in=visible_officers(actor).values("pk"))


def officers_with_phones(actor: Actor, programme: Programme, words: str = "") -> QuerySet[Officer]:
    """Those who work, with `has_phone` and `has_link`; `words` are part of a name or the number."""
    found = _working(actor, programme)
    if words:
        number = record_number(words)
        named = Q(full_name__icontains=words)
        found = found.filter(named | Q(number=number) if number else named)
    return found.annotate(has_phone=_phones(), has_link=_links())


def officers_to_write_to(actor: Actor, programme: Programme) -> QuerySet[Officer]:
    """Those who have a mail address, and neither a phone nor a link."""
    return _working(actor, programme).exclude(email="").filter(~_phones(), ~_links())


def _working(actor: Actor, programme: Programme) -> QuerySet[Officer]:
    found = visible_officers(actor).filter(programme=programme).exclude(status=Officer.Status.ENDED)
    return found.order_by("number", "pk")


def _phones() -> Exists:
    return Exists(Phone.objects.filter(officer=OuterRef("pk"), ended_at=None))


def _links() -> Exists:
    return Exists(PhoneLink.objects.filter(officer=OuterRef("pk"), revoked_at=None, phone=None))
