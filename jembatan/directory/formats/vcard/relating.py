"""What a card says about other people: assistants, superiors, spouses."""

from jembatan.directory.formats.contact import Relation
from jembatan.directory.formats.vcard.content_line import Property
from jembatan.directory.formats.vcard.filling import Filling, Placer
from jembatan.directory.formats.vcard.values import one_line

# "This one is my …" (RFC 6350 6.6.6): what our own cards write, with names of our own where the standard has none.
TYPE_OF = {
    "assistant": "agent",
    "reports_to": "x-manager",
    "predecessor": "x-predecessor",
    "deputy": "x-deputy",
    "interpreter": "x-interpreter",
    "spouse": "spouse",
    "knows": "acquaintance",
}
RELATED = {"assistant": "assistant", "manager": "reports_to"} | {word: kind for kind, word in TYPE_OF.items()}
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
INVERSE = frozenset({"assistant", "predecessor", "deputy", "interpreter"})


def _related(filling: Filling, found: Property) -> bool:
    label = filling.labels.get(found.group, "").lower()
    kind = next((RELATED[word] for word in (*found.types, label) if word in RELATED), "")
    return bool(kind) and _relate(filling, found, kind)


def _named(filling: Filling, found: Property) -> bool:
    return _relate(filling, found, NAMED_RELATIONS[found.name])


def _relate(filling: Filling, found: Property, kind: str) -> bool:
    other = one_line(filling.text(found).removeprefix("urn:uuid:"))
    filling.contact.relations.append(
        Relation(kind, other, inverse=kind in INVERSE, field=found.name, uid=found.parameter("X-UID").strip())
    )
    return True


PLACERS: dict[str, Placer] = {
    "RELATED": _related,
    "X-ABRELATEDNAMES": _related,
    **dict.fromkeys(NAMED_RELATIONS, _named),
}
