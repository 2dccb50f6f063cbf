"""The invented people and organisations that the directory's tests tell about."""

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Organisation, Person

MINISTRY = "Kementerian Perhubungan Laut"
RETNO = "Retno Kusumawati"


def a_ministry(actor: Actor, name: str = MINISTRY, **fields: str) -> Organisation:
    """A ministry with a domain of its own."""
    return add_organisation(actor, name, fields={"kind": "government", **fields})


def retno(actor: Actor, **fields: str) -> Person:
    """Ibu Retno, who holds no post yet."""
    return add_person(actor, RETNO, fields={"form_of_address": "Ibu", "call_name": "Retno", **fields})
