"""Columns that follow from others, written by every action that changes a name: what lists sort and match on."""

from jembatan.directory.formats.names import name_folded, search_text, sort_key
from jembatan.directory.models import Organisation, Person

DERIVED_OF_PERSON = ("name_folded", "search_text", "sort_key")
DERIVED_OF_ORGANISATION = ("name_folded", "search_text")


def derive(party: Person | Organisation) -> tuple[str, ...]:
    """Set the derived columns of an unsaved or changed party; returns their names, for `update_fields`."""
    if isinstance(party, Organisation):
        party.name_folded = name_folded(party.name)
        party.search_text = search_text((party.name, party.short_name, party.native_name))
        return DERIVED_OF_ORGANISATION
    party.name_folded = name_folded(party.full_name)
    party.search_text = search_text(
        (party.full_name, party.call_name, party.native_name, party.romanised_name, party.titles_before)
    )
    party.sort_key = sort_key(
        party.full_name,
        name_order=party.name_order,
        romanised_name=party.romanised_name,
        sort_as=party.sort_as,
    )
    return DERIVED_OF_PERSON
