"""The journal's lines about minutes before partners, and news for pages that show them."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, operator
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.meetings.actions.lines import SOURCE, parties_of
from jembatan.meetings.models import Minutes, MinutesCorrection, MinutesPartner, MinutesVersion
from jembatan.platform.live.news import tell
from jembatan.platform.markings import Marking

CIRCULATED = "minutes.circulated"
ANSWERED = "minutes.answered"
SETTLED = "minutes.settled"
AGREED = "minutes.agreed"
ADDENDUM = "minutes.addendum"
TOPIC = "minutes-circulation"


def tell_circulated(actor: Actor, version: MinutesVersion, partners: list[MinutesPartner]) -> None:
    """To whom, in which version."""
    with translation.override(actor.desk.language):
        told = _("Minutes circulated for agreement, version %(number)s: %(title)s")
        names = ", ".join(partner.name for partner in partners)
        _tell(actor, CIRCULATED, version.minutes, told % _facts(version), detail=names)


def tell_answered(
    partner: MinutesPartner, version: MinutesVersion, sentence: str, *, detail: str = ""
) -> None:
    """In the partner's name; `sentence` is translated here, with name, title and number of the version."""
    desk = version.desk
    with translation.override(desk.language):
        summary = _(sentence) % (_facts(version) | {"name": partner.name})
        own = [party for party in (partner.person, partner.organisation) if party is not None]
        _tell(
            operator(desk, label=partner.name), ANSWERED, version.minutes, summary, detail=detail, parties=own
        )


def tell_settled(actor: Actor, correction: MinutesCorrection, sentence: str) -> None:
    """What became of a correction: the partner's words, and the reason."""
    with translation.override(actor.desk.language):
        facts = _facts(correction.version) | {"name": correction.partner.name}
        detail = "\n".join(part for part in (f"“{correction.words}”", correction.reason) if part)
        _tell(actor, SETTLED, correction.partner.minutes, _(sentence) % facts, detail=detail)


def tell_agreed(actor: Actor, version: MinutesVersion) -> Entry:
    """With the fingerprint of what was agreed, and by what it came to that."""
    with translation.override(actor.desk.language):
        detail = _("Version %(number)s · %(how)s · SHA-256 %(fingerprint)s") % (
            _facts(version) | {"how": version.get_how_display(), "fingerprint": version.fingerprint}
        )
        told = _("Minutes agreed: %(title)s") % _facts(version)
        return _tell(actor, AGREED, version.minutes, told, detail=detail)


def tell_addendum(actor: Actor, version: MinutesVersion, words: str) -> Entry:
    """A correction of what was agreed: it stands beside it."""
    with translation.override(actor.desk.language):
        told = _("Addendum to the agreed minutes: %(title)s") % _facts(version)
    return _tell(actor, ADDENDUM, version.minutes, told, detail=words, corrects=version.entry)


def _facts(version: MinutesVersion) -> dict[str, object]:
    return {"title": version.content["title"], "number": version.number}


def _tell(
    actor: Actor,
    kind: str,
    minutes: Minutes,
    summary: str,
    *,
    detail: str = "",
    parties: list[Person | Organisation] | None = None,
    corrects: Entry | None = None,
) -> Entry:
    meeting = minutes.meeting
    entry = record(
        actor,
        Line(
            kind=kind,
            summary=summary,
            detail=detail,
            parties=parties if parties is not None else parties_of(meeting),
            dossier=meeting.dossier,
            marking=Marking(meeting.marking),
            source=(SOURCE, meeting.pk),
            corrects=corrects,
        ),
    )
    tell(actor.desk.pk, TOPIC, [minutes.pk])
    return entry
