"""A party chosen by typing its name into a field with suggestions; two of one name are told apart by "#" and number."""

import re

from django.db.models import Q

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.names import name_folded
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.matching import organisations_matching, people_matching
from jembatan.directory.queries.visible import visible

NUMBER = re.compile(r"#(\d{1,18})\s*$")
SUGGESTED = 8


def named[P: Person | Organisation](actor: Actor, kind: type[P], text: str) -> P | None:
    """The party that the text names beyond doubt: by its number, or as the only one of that name (or short name)."""
    parties = visible(actor, kind)
    if match := NUMBER.search(text):
        return parties.filter(pk=int(match[1])).first()
    condition = Q(name_folded=name_folded(text))
    if kind is Organisation:
        condition |= Q(short_name__iexact=text.strip())
    found = list(parties.filter(condition)[:2]) if text.strip() else []
    return found[0] if len(found) == 1 else None


def suggestions(actor: Actor, kind: type[Person] | type[Organisation], text: str) -> list[str]:
    """At most eight names that match what has been typed so far, each of which `named` understands."""
    found: list[Person] | list[Organisation]
    if kind is Person:
        people = people_matching(actor, visible(actor, Person), text)
        found = list(people.order_by("sort_key", "id")[:SUGGESTED])
    else:
        organisations = organisations_matching(actor, visible(actor, Organisation), text)
        found = list(organisations.order_by("name_folded", "id")[:SUGGESTED])
    folded = [party.name_folded for party in found]
    return [str(party) if folded.count(party.name_folded) == 1 else f"{party} #{party.pk}" for party in found]


def tags_beginning(actor: Actor, kind: type[Person] | type[Organisation], text: str) -> list[str]:
    """At most fifty tags in use that contain the text, by name."""
    rows = visible(actor, kind).filter(~Q(tags=[])).values_list("tags", flat=True).distinct()[:2000]
    tags = {tag for row in rows for tag in row if text.casefold() in tag.casefold()}
    return sorted(tags, key=str.casefold)[:50]
