"""The uids that cards of this desk's records bear, and back from a uid to the record."""

from jembatan.accounts.models import Desk
from jembatan.directory.formats.card_uid import card_uid, record_of
from jembatan.directory.models import Organisation, Person


def uid_of(party: Person | Organisation, desk: Desk) -> str:
    """Where it came with none of its own."""
    return card_uid(str(party._meta.model_name), party.pk, desk=desk.slug)


def people_of(uids: set[str], desk: Desk) -> set[int]:
    """The numbers of the people whose cards bear one of these uids of ours."""
    return {pk for uid in uids if (pk := record_of(uid, "person", desk=desk.slug)) is not None}
