"""The address to which a letter to somebody goes."""

from jembatan.directory.models import ContactPoint, Organisation, Person


def reached_at(*parties: Organisation | Person | None) -> tuple[str, str] | None:
    """Name and e-mail address of the first of them that has one, the preferred before the others; None where nobody has."""
    emails = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL).order_by("-preferred", "pk")
    for party in parties:
        if party is None:
            continue
        own = {"person": party} if isinstance(party, Person) else {"organisation": party}
        if found := emails.filter(**own).first():
            return str(party), found.normal
    return None
