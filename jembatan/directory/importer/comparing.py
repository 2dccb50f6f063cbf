"""The comparable form of a contact point, worked out once however often matching and merging ask for it."""

from functools import lru_cache

from jembatan.directory.formats.contact_values import normalise

LENGTH = 320


@lru_cache(maxsize=20_000)
def comparable(kind: str, value: str, region: str) -> str:
    """As `ContactPoint.normal` holds it; what has no such form ("ask the desk") is itself in lower case."""
    return (normalise(kind, value, region=region) or value.lower())[:LENGTH]
