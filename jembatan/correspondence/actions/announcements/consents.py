"""Who wants announcements: recorded as it was learnt, never changed."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Announcement, Consent
from jembatan.correspondence.queries.announcements.consents import consents_of
from jembatan.directory.models import Person
from jembatan.directory.queries.visible import visible_people
from jembatan.journal.actions.record import Line, record
from jembatan.platform.access import require_writer

GIVEN, REFUSED = "consent.given", "consent.refused"
BY_THEMSELVES = (Consent.How.LINK, Consent.How.MAIL)


@transaction.atomic
def record_consents(
    actor: Actor, people: Iterable[Person], *, wishes: bool, how: Consent.How, words: str = ""
) -> list[Consent]:
    """What somebody of the desk has learnt; whoever is known to want the same gets no second record.

    Raises `Refused` for the ways that only the people themselves have.
    """
    require_writer(actor)
    if how in BY_THEMSELVES:
        raise Refused(_("Say how you know."))
    asked = list(visible_people(actor).filter(pk__in=[person.pk for person in people]).order_by("pk"))
    known = consents_of(actor.desk, [person.pk for person in asked])
    return [
        keep_consent(actor, person, wishes=wishes, how=how, words=words)
        for person in asked
        if person.pk not in known or known[person.pk].wishes != wishes
    ]


def keep_consent(
    actor: Actor,
    person: Person,
    *,
    wishes: bool,
    how: Consent.How,
    words: str = "",
    announcement: Announcement | None = None,
) -> Consent:
    """Inside the caller's transaction: one record, and one line on the person's timeline."""
    consent = Consent.objects.create(
        desk=actor.desk,
        person=person,
        wishes=wishes,
        how=how,
        words=" ".join(words.split())[:300],
        announcement=announcement,
        recorded_by=actor.user,
    )
    with translation.override(actor.desk.language):
        told = _("Wants announcements: %(how)s") if wishes else _("Wants no announcements: %(how)s")
        summary = told % {"how": consent.get_how_display()}
    kind = GIVEN if wishes else REFUSED
    record(actor, Line(kind=kind, summary=summary, detail=consent.words, parties=(person,)))
    return consent
