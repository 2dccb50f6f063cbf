"""Contacts that are lost, lines that were said too late, who of ours answers for whom and sits where."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from jembatan.accounts.models import Desk, Membership, User
from jembatan.correspondence.models import Sender
from jembatan.directory.models import Counterpart
from jembatan.journal.models import Entry
from jembatan.radar.analysis.facts import Answerable, Lost, Said
from jembatan.radar.queries.asking import ByPartner, by_partner, entries_from, rows_of
from jembatan.radar.queries.partners import SQL
from jembatan.radar.queries.waiting import MAIL

QUARTER, YEAR = timedelta(days=100), timedelta(days=366)
BOUNCES = """
    SELECT {partner}, bounce.email, EXTRACT(EPOCH FROM report.sent_at)::bigint, bounce.kind = 'gone', report.id
    FROM correspondence_bounce AS bounce
    JOIN correspondence_message AS report ON report.id = bounce.report_id
    JOIN correspondence_sender AS sender ON sender.desk_id = bounce.desk_id AND sender.email = bounce.email
    WHERE bounce.desk_id = %(desk)s AND bounce.settled_at IS NULL AND report.sent_at > %(since)s
        AND EXISTS (
            SELECT FROM correspondence_message AS failed WHERE failed.desk_id = bounce.desk_id
                AND failed.message_id = bounce.failed_id AND failed.ours
        )
"""
LEFT = """
    SELECT 3 * post.organisation_id, person.id, EXTRACT(EPOCH FROM max(party.occurred_at))::bigint, max(party.entry_id),
        person.full_name
    FROM directory_position AS post
    JOIN directory_person AS person ON person.id = post.person_id AND person.removed_at IS NULL
    JOIN journal_entryparty AS party ON party.person_id = person.id AND party.kind = 'mail.sent'
        AND party.occurred_at >= (post.until + 1)::timestamp AT TIME ZONE %(zone)s AND party.occurred_at > %(recent)s
    WHERE post.desk_id = %(desk)s AND post.until < %(today)s AND post.until > %(since)s
        AND NOT EXISTS (
            SELECT FROM directory_position AS held WHERE held.person_id = post.person_id
                AND held.organisation_id = post.organisation_id AND (held.until IS NULL OR held.until >= %(today)s)
        )
    GROUP BY post.organisation_id, person.id
"""
SAID = """
    SELECT CASE WHEN hearer.organisation_id IS NOT NULL THEN 3 * hearer.organisation_id ELSE 3 * hearer.person_id + 1 END,
        EXTRACT(EPOCH FROM used.said_at)::bigint, mail.filed_as_id, line.id, line.topic,
        COALESCE(EXTRACT(EPOCH FROM LEAST(
            (wording.valid_until + 1)::timestamp AT TIME ZONE %(zone)s, line.withdrawn_at, (
                SELECT min(later.cleared_at) FROM correspondence_lineversion AS later
                WHERE later.line_id = line.id AND later.number > wording.number AND later.cleared_at IS NOT NULL
            ))), 0)::bigint, line.dossier_id IS NOT NULL
    FROM correspondence_lineuse AS used
    JOIN correspondence_lineversion AS wording ON wording.id = used.version_id
    JOIN correspondence_line AS line ON line.id = wording.line_id
    JOIN correspondence_linehearer AS hearer ON hearer.use_id = used.id
    LEFT JOIN correspondence_outgoingmail AS mail ON mail.id = used.mail_id
    WHERE line.desk_id = %(desk)s AND used.said_at > %(since)s AND used.said_at <= %(now)s
        AND (used.mail_id IS NULL OR mail.filed_as_id IS NOT NULL)
"""
SEATS = """
    SELECT address.normal, COALESCE(NULLIF(post.unit, ''), house.name)
    FROM directory_contactpoint AS address
    JOIN directory_position AS post ON post.person_id = address.person_id AND (post.until IS NULL OR post.until >= %(today)s)
    JOIN directory_organisation AS house ON house.id = post.organisation_id
    WHERE address.desk_id = %(desk)s AND address.kind = 'email' AND address.normal = ANY(%(emails)s)
"""


class Ours(NamedTuple):
    """Of ours by number (twice a user's id; an address that is no member's: twice the sender's id and one): names, and where they sit."""

    names: dict[int, str]
    departments: dict[int, str]
    by_email: dict[str, int]


def ours_of(desk: Desk, *, now: datetime) -> Ours:
    """A member without a post in the directory sits at the desk itself; of a colleague without one it is not known."""
    members = {
        each.user.email.lower(): each.user
        for each in Membership.objects.filter(desk=desk).select_related("user")
    }
    names = {2 * pk: name for pk, name in User.objects.values_list("pk", "full_name")}
    by_email = {email: 2 * user.pk for email, user in members.items()}
    for pk, name, email in Sender.objects.filter(desk=desk, state=Sender.State.OURS).values_list(
        "pk", "name", "email"
    ):
        number = by_email.setdefault(email.lower(), 2 * pk + 1)
        names.setdefault(number, name or email)
        names.setdefault(2 * pk + 1, name or email)
    values = {"desk": desk.pk, "today": _today(desk, now), "emails": list(by_email)}
    departments = {2 * user.pk: desk.name for user in members.values()}
    for email, unit in rows_of(SEATS, values):
        departments[by_email[email]] = unit
    return Ours(names, departments, by_email)


def lost_of(desk: Desk, *, now: datetime, only: Collection[int] | None) -> ByPartner[Lost]:
    """Addresses at which our mail has come back and nobody has seen to it, and people who have left and are written to."""
    values = {"desk": desk.pk, "since": now - YEAR, "recent": now - QUARTER}
    values |= {"today": _today(desk, now), "zone": desk.time_zone}
    rows = rows_of(BOUNCES.format(partner=SQL.format("sender")), values)
    entries = entries_from("message", {row[4] for row in rows}, *MAIL)

    def bounced(email: str, at: int, gone: bool, report: int) -> Lost | None:
        entry = entries.get(report)
        return Lost(f"address {email}"[:150], at, gone, entry, email) if entry else None

    def left(person: int, at: int, entry: int, name: str) -> Lost:
        return Lost(f"person {person}", at, True, entry, name)

    found = by_partner(rows, bounced, only)
    for partner, more in by_partner(rows_of(LEFT, values), left, only).items():
        found[partner].extend(more)
    return found


def said_of(desk: Desk, *, now: datetime, only: Collection[int] | None) -> ByPartner[Said]:
    """Lines to take, with whether their time was over when they were said; mail that has not left says nothing."""
    rows = rows_of(SAID, {"desk": desk.pk, "now": now, "since": now - QUARTER, "zone": desk.time_zone})
    mails = entries_from("message", {row[2] for row in rows if row[2]}, *MAIL)
    occasions = entries_from("line", {row[3] for row in rows if not row[2]}, "line.said")
    lines = entries_from("line", {row[3] for row in rows if row[6]})

    def made(at: int, mail: int | None, line: int, topic: str, over: int, placed: bool) -> Said | None:
        entry = mails.get(mail) if mail else occasions.get(line)
        told = Said(at, entry or 0, line, over if 0 < over < at else 0, topic, lines.get(line, 0))
        return told if entry and (told.cleared or not placed) else None

    return by_partner(rows, made, only)


def answerable_of(desk: Desk, *, now: datetime, only: Collection[int] | None) -> dict[int, Answerable]:
    """Lead and deputy of each partner, and when the lead was last seen at work."""
    rows = Counterpart.objects.filter(desk=desk)
    if only is not None:
        rows = rows.filter(organisation__in=[number // 3 for number in only if number % 3 == 0])
    told = list(rows.values_list("organisation_id", "lead_id", "deputy_id"))
    leads = {lead for _house, lead, _deputy in told}
    here = set(Membership.objects.filter(desk=desk, user__is_active=True).values_list("user_id", flat=True))
    active = {lead: _last_seen(desk, lead, now) for lead in leads}
    return {
        3 * house: Answerable(
            2 * lead,
            2 * deputy if deputy and deputy in here else 0,
            active[lead],
            lead in here,
        )
        for house, lead, deputy in told
    }


def _today(desk: Desk, now: datetime) -> date:
    return now.astimezone(ZoneInfo(desk.time_zone)).date()


def _last_seen(desk: Desk, user_id: int, now: datetime) -> int:
    done = Entry.objects.filter(user=user_id, desk=desk, occurred_at__lte=now).order_by("-occurred_at")
    moment = done.values_list("occurred_at", flat=True).first()
    return int(moment.timestamp()) if moment else 0
