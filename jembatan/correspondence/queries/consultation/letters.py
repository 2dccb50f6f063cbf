"""What those who are asked read in their mail: in their language, with their form of address."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.correspondence.formats.answering import quoted
from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.consultation.link import link_of
from jembatan.correspondence.queries.matters import about
from jembatan.platform.ui.moments import moment_text


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and text."""

    subject: str
    text: str


def asking(consultation: Consultation) -> Letter:
    """The question, what they get to read, the date, the link."""
    with in_their_words(consultation):
        parts = [_greeting(consultation), _opening(consultation), consultation.question]
        if consultation.passage:
            parts += [_("The text:"), quoted(consultation.passage)]
        return Letter(_subject(consultation), "\n\n".join([*parts, _way(consultation)]))


def reminding(consultation: Consultation) -> Letter:
    """A reminder, with the same link."""
    with in_their_words(consultation):
        return Letter(
            _("Reminder: %(subject)s") % {"subject": _subject(consultation)},
            "\n\n".join(
                [
                    _greeting(consultation),
                    _("We have asked for your answer by %(due)s and would be glad to have it.")
                    % {"due": moment_text(consultation.due_at)},
                    consultation.question,
                    _way(consultation),
                ]
            ),
        )


def renewing(consultation: Consultation) -> Letter:
    """The new link, which makes the earlier one worthless."""
    with in_their_words(consultation):
        words = _("Here is a new link to our question. The earlier one is no longer valid.")
        parts = [_greeting(consultation), words, consultation.question, _way(consultation)]
        return Letter(_subject(consultation), "\n\n".join(parts))


@contextmanager
def in_their_words(consultation: Consultation, *, chosen: str = "") -> Iterator[None]:
    """Their language, unless they have chosen another; moments as the desk's clock says, with its zone."""
    zone = ZoneInfo(consultation.desk.time_zone)
    with translation.override(chosen or consultation.language), timezone.override(zone):
        yield


def house_of_asker(consultation: Consultation) -> str:
    """As whom the desk asks."""
    return consultation.desk.organisation_name or consultation.desk.name


def _subject(consultation: Consultation) -> str:
    message, draft, matter = consultation.message, consultation.draft, about(consultation)
    subject = (
        message.thread.subject if message else draft.subject if draft else matter.title if matter else ""
    )
    if not subject.strip():
        return _("A question of %(house)s") % {"house": house_of_asker(consultation)}
    return _("Question: %(subject)s") % {"subject": subject.strip()}


def _greeting(consultation: Consultation) -> str:
    if consultation.person is not None:
        return _("Dear %(name)s,") % {"name": consultation.person.addressed_as}
    if consultation.name:
        return _("Dear %(name)s,") % {"name": consultation.name}
    return _("Dear colleague,")


def _opening(consultation: Consultation) -> str:
    facts = {
        "name": consultation.asked_by.full_name,
        "house": house_of_asker(consultation),
        "due": moment_text(consultation.due_at),
    }
    if consultation.wants == Consultation.Wants.CLEARANCE:
        return _("%(name)s of %(house)s asks for your clearance by %(due)s.") % facts
    return _("%(name)s of %(house)s asks for your contribution by %(due)s.") % facts


def _way(consultation: Consultation) -> str:
    until = moment_text(consultation.open_until)
    return _(
        "Please answer on this page; you need no account. The link is yours alone and good until %(until)s:\n%(link)s"
    ) % {
        "until": until,
        "link": link_of(consultation),
    }
