"""Letting an officer in on a phone: a link by mail or to be shown, one device for each; ended by the desk, or by the officer."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.field.access import OnDuty, Standing, require_for_phones
from jembatan.field.actions.letters import write_as
from jembatan.field.actions.pushing.addresses import drop_address
from jembatan.field.actions.refusals import Refused
from jembatan.field.actions.telling import PHONE, enter
from jembatan.field.models import Phone, PhoneLink, PushAddress
from jembatan.field.queries.duties import works_until
from jembatan.field.queries.phones import digest_of, officers_to_write_to
from jembatan.platform.access import require_officer
from jembatan.platform.ui.moments import moment_text
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.visible import visible_officers

LINK_LASTS = timedelta(days=14)
MATTER = "phone_link"
AT_ONCE = 50


@transaction.atomic
def give_link(actor: Actor, officer: Officer) -> str:
    """The address that signs one device in; earlier ones that nobody has used are void. It is shown once, and not kept. Raises `Refused`."""
    return _given(actor, officer)[1]


@transaction.atomic
def mail_link(actor: Actor, officer: Officer) -> None:
    """A new one, by the outbox. Raises `Refused` where there is no address to write to, or from."""
    link, address = _given(actor, officer)
    write_as(actor, officer, *_letter(link, address), matter=(MATTER, link.pk))


def mail_next_links(actor: Actor, programme: Programme) -> int:
    """To the next officers who have an address and neither a phone nor a link; returns how many."""
    told = 0
    for officer in officers_to_write_to(actor, programme)[:AT_ONCE]:
        mail_link(actor, officer)
        told += 1
    return told


@transaction.atomic
def end_phones(actor: Actor, officer: Officer) -> None:
    """Every device of the officer is signed out, and every link is void."""
    require_officer(actor)
    current = _held(actor, officer)
    now = timezone.now()
    Phone.objects.filter(officer=current, ended_at=None).update(ended_at=now)
    PushAddress.objects.filter(phone__officer=current).delete()
    PhoneLink.objects.filter(officer=current, revoked_at=None).update(revoked_at=now)
    told = gettext_noop("Phones of officer %(number)s signed out")
    enter(actor, current.programme, PHONE, told, number=current.number)


def sign_in(link: PhoneLink) -> str:
    """The device's cookie. Raises `Refused`; of two devices at once the database lets one in."""
    now = timezone.now()
    if link.revoked_at or link.until < now:
        raise Refused(_("This link is no longer valid."))
    token = secrets.token_urlsafe(24)
    try:
        with transaction.atomic():
            phone = Phone.objects.create(
                desk=link.desk, officer=link.officer, link=link, digest=digest_of(token)
            )
    except IntegrityError as error:
        raise Refused(_("This link has been used on a device already.")) from error
    if OnDuty(link.officer, phone, works_until(link.officer)).standing(now) != Standing.OPEN:
        phone.delete()
        raise Refused(_("Your duties in this programme are over."))
    return token


def sign_out(who: OnDuty) -> None:
    """This device; nothing wakes it any more."""
    Phone.objects.filter(pk=who.phone.pk, ended_at=None).update(ended_at=timezone.now())
    drop_address(who)


def _given(actor: Actor, officer: Officer) -> tuple[PhoneLink, str]:
    require_officer(actor)
    current = _held(actor, officer)
    require_for_phones(current.programme)
    now = timezone.now()
    if current.status == Officer.Status.ENDED or works_until(current) < now:
        raise Refused(_("The duties of %(name)s are over.") % {"name": current})
    PhoneLink.objects.filter(officer=current, phone=None, revoked_at=None).update(revoked_at=now)
    token = secrets.token_urlsafe(24)
    link = PhoneLink.objects.create(
        desk=actor.desk,
        officer=current,
        digest=digest_of(token),
        until=(now + LINK_LASTS).replace(microsecond=0),
        made_by=actor.user,
    )
    return link, settings.PUBLIC_URL + reverse("field:sign_in", args=[token])


def _letter(link: PhoneLink, address: str) -> tuple[str, str]:
    """Subject and text, in the desk's language."""
    desk = link.officer.desk
    with translation.override(desk.language):
        facts = {
            "name": link.officer.full_name,
            "house": desk.organisation_name or desk.name,
            "programme": link.officer.programme.name,
            "until": moment_text(link.until),
            "link": address,
        }
        parts = [
            _("Dear %(name)s,"),
            _("%(house)s gives you your duties for %(programme)s on your phone, also without a network."),
            _("Open this link on the phone that you carry, by %(until)s. It works on one device:\n%(link)s"),
            _("Do not pass it on. If you change your phone, ask us for another one."),
        ]
        return _("Your duties: %(programme)s") % facts, "\n\n".join(part % facts for part in parts)


def _held(actor: Actor, officer: Officer) -> Officer:
    return visible_officers(actor).select_for_update(of=("self",), no_key=True).get(pk=officer.pk)
