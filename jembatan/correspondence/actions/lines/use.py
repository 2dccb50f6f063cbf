"""Each use of a line: refused where it holds no more, recorded where it is said."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.said import SAID, say
from jembatan.correspondence.actions.outbox.checks import Objection
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft, Line, LineHearer, LineUse, OutgoingMail
from jembatan.correspondence.preflight.knowledge import Knowledge
from jembatan.correspondence.preflight.letter import Letter as CheckedLetter
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.rules.lines import outdated
from jembatan.correspondence.preflight.wordings import stands_in
from jembatan.correspondence.queries.lines.in_letters import checked_wordings, lines_on
from jembatan.correspondence.queries.lines.visible import standing_of
from jembatan.correspondence.queries.preflight.drafted import letter_of_draft
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.platform.access import require_writer


def ask_lines(actor: Actor, draft: Draft, letter: Letter) -> list[Objection]:
    """A check of the outbox: whatever the desk has made of the rule, a wording that will not hold on that day stops the mail."""
    return [
        Objection(sentence, final=True)
        for sentence in outdated_lines(actor, letter_of_draft(draft), letter.date.date())
    ]


def outdated_lines(actor: Actor, letter: CheckedLetter, day: date) -> list[str]:
    """Why the letter may not leave on that day, a sentence for each wording that holds no more."""
    wordings = tuple(each.wording for each in checked_wordings(lines_on(actor, day)))
    if all(not wording.fault for wording in wordings):
        return []
    return [remark.message for remark in outdated(Reading(letter, Knowledge(wordings=wordings)))]


def record_said(actor: Actor, draft: Draft, mail: OutgoingMail, letter: Letter) -> None:
    """Inside the transaction that queues the mail: every line that stands in it word by word, and who gets it."""
    own = Reading(letter_of_draft(draft), Knowledge()).own
    said = [
        LineUse(
            version=each.version,
            language=each.language,
            mail=mail,
            said_at=mail.due_at,
            said_by=actor.user,
        )
        for each in checked_wordings(lines_on(actor, letter.date.date()))
        if not each.wording.fault and stands_in(each.wording.text, own)
    ]
    if not said:
        return
    uses = LineUse.objects.bulk_create(said)
    behind = parties_by_email(actor.desk, letter.receivers)
    names = {email: name for name, email in (*letter.to, *letter.cc, *letter.bcc)}
    LineHearer.objects.bulk_create(
        LineHearer(
            use=use,
            name=names[email],
            email=email,
            person_id=behind[email].person_id,
            organisation_id=behind[email].organisation_id,
        )
        for use in uses
        for email in letter.receivers
    )


@transaction.atomic
def record_use(
    actor: Actor, line: Line, *, occasion: str, language: str, parties: Iterable[Person | Organisation]
) -> LineUse:
    """It was said somewhere else: in a meeting, on the telephone. Raises `Refused` for a line that does not hold."""
    require_writer(actor)
    row = standing_of(actor, line)
    if not row.holds or row.current is None:
        raise Refused(_("Only a line that holds today can be said."))
    if language not in row.current.texts or not occasion.strip():
        raise Refused(_("Say where it was said, and in which of its languages."))
    heard = list(parties)
    use = LineUse.objects.create(
        version=row.current,
        language=language,
        occasion=" ".join(occasion.split()),
        said_at=timezone.now(),
        said_by=actor.user,
    )
    LineHearer.objects.bulk_create(_hearer(use, party) for party in heard)
    with translation.override(actor.desk.language):
        told = _("Line said: %(topic)s – %(occasion)s") % {"topic": row.line.topic, "occasion": use.occasion}
    say(actor, row.line, SAID, told, parties=heard)
    return use


def _hearer(use: LineUse, party: Person | Organisation) -> LineHearer:
    if isinstance(party, Person):
        return LineHearer(use=use, name=party.full_name, person=party)
    return LineHearer(use=use, name=party.name, organisation=party)
