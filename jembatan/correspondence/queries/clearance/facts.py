"""What the rules of clearance ask about a draft; a constant number of queries, whatever it goes to."""

from jembatan.accounts.models import Membership, Role
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.correspondence.clearance import Facts
from jembatan.correspondence.formats.receivers import readable_receivers
from jembatan.correspondence.models import Draft
from jembatan.correspondence.preflight.named_markings import named_markings
from jembatan.correspondence.queries.borne_markings import borne_markings, inserted_in
from jembatan.correspondence.queries.matters import about
from jembatan.directory.models import Counterpart
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.directory.queries.house import with_houses
from jembatan.platform.markings import Marking, highest


def facts_of(draft: Draft) -> Facts:
    """Of the draft as it stands; rules hold for everybody, whatever the asker may see of the directory."""
    us = ourselves(draft.desk)
    named = [each for typed in (draft.to, draft.cc, draft.bcc) for each in readable_receivers(typed)]
    outside = [each.email for each in named if each.email not in us]
    organisations = _organisations(draft, outside)
    leads = Counterpart.objects.filter(desk=draft.desk, organisation__in=organisations)
    return Facts(
        leaves=bool(outside),
        by_drafter=_by_drafter(draft),
        organisations=organisations,
        leads=dict(leads.values_list("organisation_id", "lead_id")),
        dossier=_dossier(draft),
        marking=marking_of(draft),
        carries_statement=draft.statement_id is not None,
    )


def marking_of(draft: Draft) -> Marking:
    """The narrowest that it bears, or that its own words name."""
    return highest(
        [*borne_markings(draft, inserted_in(draft)), *named_markings(f"{draft.subject}\n{draft.text}")]
    )


def _dossier(draft: Draft) -> int | None:
    """The statement's or the record's that it is about, where the conversation stands in none."""
    of_conversation = draft.answers.thread.dossier_id if draft.answers else None
    matter = about(draft)
    of_matter = matter.dossier.pk if matter and matter.dossier else None
    return of_conversation or (draft.statement.dossier_id if draft.statement else of_matter)


def _organisations(draft: Draft, emails: list[str]) -> frozenset[int]:
    """A unit's mail is mail to the house that the unit belongs to."""
    parties = parties_by_email(draft.desk, emails) if emails else {}
    direct = {each.organisation_id for each in parties.values() if each.organisation_id}
    return with_houses(draft.desk, direct) if direct else frozenset()


def _by_drafter(draft: Draft) -> bool:
    wrote = Membership.objects.filter(desk=draft.desk, user=draft.saved_by_id, role=Role.DRAFTER)
    return draft.saved_by_id is not None and wrote.exists()
