"""What a card says about other people: assistants, superiors, spouses."""

from jembatan.directory.formats.contact import Relation
from jembatan.directory.formats.vcard.content_line import Property
from jembatan.directory.formats.vcard.filling import Filling, Placer
from jembatan.directory.formats.vcard.values import one_line

RELATED = {"spouse": "spouse", "agent": "assistant", "assistant": "assistant", "manager": "reports_to"}
NAMED_RELATIONS = {
    "X-ASSISTANT": "assistant",
    "X-MS-ASSISTANT": "assistant",
    "X-EVOLUTION-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
    "X-MANAGER": "reports_to",
    "X-MS-MANAGER": "reports_to",
    "X-EVOLUTION-MANAGER": "reports_to",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "reports_to",
    "X-SPOUSE": "spouse",
    "X-MS-SPOUSE": "spouse",
    "X-EVOLUTION-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
}
# Of whom "kind" is said: Sari is Retno's assistant (inverse), Retno reports to Budi, spouses are each other's.
INVERSE = {"assistant"}


def _related(filling: Filling, found: Property) -> bool:
    label = filling.labels.get(found.group, "").lower()
    kind = next((RELATED[word] for word in (*found.types, label) if word in RELATED), "")
    return bool(kind) and _relate(filling, found, kind)


def _named(filling: Filling, found: Property) -> bool:
    return _relate(filling, found, NAMED_RELATIONS[found.name])


def _relate(filling: Filling, found: Property, kind: str) -> bool:
    other = one_line(filling.text(found).removeprefix("urn:uuid:"))
    filling.contact.relations.append(Relation(kind, other, inverse=kind in INVERSE, field=found.name))
    return True


PLACERS: dict[str, Placer] = {
    "RELATED": _related,
    "X-ABRELATEDNAMES": _related,
    **dict.fromkeys(NAMED_RELATIONS, _named),
}
