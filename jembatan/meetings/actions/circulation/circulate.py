"""Sending minutes to partners for agreement: a version that stays, and a link for each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.circulation.receivers import Receiver, receivers_of, spoken_with
from jembatan.meetings.actions.circulation.told import tell_circulated
from jembatan.meetings.actions.invitations.post import InvitationLetter, post
from jembatan.meetings.models import Minutes, MinutesCorrection, MinutesPartner, MinutesVersion
from jembatan.meetings.queries.circulation.content import Content, content_of, fingerprint_of
from jembatan.meetings.queries.circulation.link import letter
from jembatan.meetings.queries.circulation.standing import latest_version
from jembatan.meetings.queries.minutes.visible import visible_minutes
from jembatan.meetings.queries.polls.candidates import zone_of
from jembatan.platform.access import require_officer

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """To which addresses of guests, until when; `silence_agrees` is said in the mail."""

    emails: Collection[str]
    answer_by: datetime
    silence_agrees: bool = False


@transaction.atomic
def circulate(actor: Actor, minutes: Minutes, question: Question) -> MinutesVersion:
    """A version of what is written now, to these partners and to all who were asked before. Nobody writes until a correction is accepted.

    Raises `ValidationError` with a sentence: for nothing written, nobody asked, a date that has passed, corrections that wait, and somebody
    to whom what is marked so may not go.
    """
    require_officer(actor)
    current = held_minutes(actor, minutes)
    if not current.is_open:
        raise ValidationError(_("These minutes are no longer being written."))
    if MinutesCorrection.objects.filter(partner__minutes=current, state="open").exists():
        raise ValidationError(_("Settle the corrections first."))
    content = content_of(current)
    _check(content, question)
    partners = _partners(actor, current, {email.lower() for email in question.emails})
    previous = latest_version(current)
    version = MinutesVersion.objects.create(
        desk=current.desk,
        minutes=current,
        number=previous.number + 1 if previous else 1,
        content=content,
        fingerprint=fingerprint_of(content),
        marking=content["marking"],
        answer_by=question.answer_by,
        silence_agrees=question.silence_agrees,
        circulated_by=actor.user,
    )
    current.state = Minutes.State.CIRCULATED
    current.finished_at = current.finished_at or timezone.now()
    current.save(update_fields=["state", "finished_at"])
    for partner in partners:
        _write(actor, partner, version)
    tell_circulated(actor, version, partners)
    return version


@transaction.atomic
def ask_again(actor: Actor, partner: MinutesPartner) -> None:
    """The link once more, to somebody who has not agreed. Raises `ValidationError`."""
    require_officer(actor)
    current = held_minutes(actor, partner.minutes)
    version = latest_version(current)
    if version is None or current.state != Minutes.State.CIRCULATED or partner.withdrawn_at is not None:
        raise ValidationError(_("Nobody is asked about these minutes now."))
    version.minutes = current
    _write(actor, partner, version, again=True)


@transaction.atomic
def ask_no_more(actor: Actor, partner: MinutesPartner) -> None:
    """Their link is worthless from now on. Raises `ValidationError` once the minutes are agreed, and where something of theirs is to be settled."""
    require_officer(actor)
    current = _held_partner(actor, partner)
    if current.corrections.filter(state="open").exists():
        raise ValidationError(_("Settle the corrections first."))
    if current.withdrawn_at is None:
        current.withdrawn_at, current.issue = timezone.now(), current.issue + 1
        current.save(update_fields=["withdrawn_at", "issue"])


@transaction.atomic
def ask_after_all(actor: Actor, partner: MinutesPartner) -> None:
    """The inverse of `ask_no_more`: the link that they had is good again."""
    require_officer(actor)
    current = _held_partner(actor, partner)
    if current.withdrawn_at is not None:
        current.withdrawn_at, current.issue = None, current.issue - 1
        current.save(update_fields=["withdrawn_at", "issue"])


def held_minutes(actor: Actor, minutes: Minutes) -> Minutes:
    """Locked: what is said about them is said one after the other."""
    return visible_minutes(actor).select_for_update(of=("self",)).get(pk=minutes.pk)


def _held_partner(actor: Actor, partner: MinutesPartner) -> MinutesPartner:
    current = held_minutes(actor, partner.minutes)
    if current.state == Minutes.State.AGREED:
        raise ValidationError(_("These minutes are agreed: they do not change any more."))
    return MinutesPartner.objects.select_for_update(of=("self",)).get(pk=partner.pk)


def _check(content: Content, question: Question) -> None:
    sections = content["sections"]
    if not any(each["text"] or each["decisions"] or each["actions"] for each in sections):
        raise ValidationError(_("Nothing is written in these minutes yet."))
    if question.answer_by <= timezone.now():
        raise ValidationError(_("Choose a day that is still to come."))


def _partners(actor: Actor, minutes: Minutes, emails: set[str]) -> list[MinutesPartner]:
    known = {each.email: each for each in minutes.partners.select_related("person", "desk")}
    receivers = {each.email: each for each in receivers_of(actor, minutes) if each.email}
    wanted = emails | {email for email, each in known.items() if each.withdrawn_at is None}
    if not wanted:
        raise ValidationError(_("Choose at least one partner who is asked."))
    if len(wanted) > MOST:
        raise ValidationError(_("Ask at most %(most)s at once.") % {"most": MOST})
    for email in wanted:
        receiver = receivers.get(email)
        if receiver is None and email not in known:
            raise ValidationError(_("%(address)s is of nobody who takes part.") % {"address": email})
        if receiver is not None and receiver.why_not:
            raise ValidationError(receiver.why_not)
    for email in sorted(wanted - set(known)):
        known[email] = _new_partner(actor, minutes, receivers[email])
    found = [known[email] for email in sorted(wanted)]
    for partner in found:
        if partner.withdrawn_at is not None:
            partner.withdrawn_at = None
            partner.save(update_fields=["withdrawn_at"])
    return found


def _new_partner(actor: Actor, minutes: Minutes, receiver: Receiver) -> MinutesPartner:
    party = receiver.party
    return MinutesPartner.objects.create(
        desk=minutes.desk,
        minutes=minutes,
        person=receiver.guest.person,
        organisation=receiver.guest.organisation,
        name=str(receiver.guest)[:500],
        email=receiver.email,
        language=spoken_with(actor, party),
        zone=zone_of(actor, party) if party else actor.desk.time_zone,
    )


def _write(actor: Actor, partner: MinutesPartner, version: MinutesVersion, *, again: bool = False) -> None:
    addresses = post().addresses(actor)
    if not addresses:
        raise ValidationError(_("There is no address from which you may send mail."))
    subject, text = letter(partner, version, again=again)
    post().send(
        actor,
        InvitationLetter(
            sender=addresses[0],
            receiver=partner.email,
            receiver_name=partner.name,
            subject=subject,
            text=text,
            about=version.minutes,
        ),
    )
