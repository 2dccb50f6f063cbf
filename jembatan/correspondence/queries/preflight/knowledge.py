"""Everything that the desk knows about the receivers of a letter."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.preflight.knowledge import Knowledge
from jembatan.correspondence.preflight.letter import Letter
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.queries.preflight.contributions import contributed
from jembatan.correspondence.queries.preflight.domains import seen_domains
from jembatan.correspondence.queries.preflight.exchanged import acronyms_given, told_before
from jembatan.correspondence.queries.preflight.kept import kept_notes
from jembatan.correspondence.queries.preflight.partners import partners_of
from jembatan.correspondence.queries.preflight.terms import terms_for


def knowledge_for(actor: Actor, letter: Letter) -> Knowledge:
    """What the rules may lean on; only what the actor may see."""
    desk = actor.desk
    ours = Knowledge(
        our_domains=frozenset(domain.lstrip("@").lower() for domain in desk.own_domains),
        our_addresses=frozenset(address.lower() for address in desk.own_addresses),
    )
    reading = Reading(letter, ours)
    outsiders = frozenset(who.email for who in reading.outsiders)
    partners = partners_of(actor, outsiders)
    more = contributed(actor, letter)
    return Knowledge(
        our_domains=ours.our_domains,
        our_addresses=ours.our_addresses,
        our_time_zone=desk.time_zone,
        our_organisation=desk.organisation_name,
        receivers=partners.receivers,
        domains=seen_domains(actor, frozenset(who.domain for who in reading.outsiders)),
        acronyms=acronyms_given(actor, reading, outsiders),
        glossary=terms_for(actor, partners.organisations),
        told=(*more.told, *told_before(actor, reading, outsiders, partners.organisations)),
        kept=(*more.kept, *(kept_notes(actor) if outsiders else ())),
        wordings=more.wordings,
        phrases=more.phrases,
    )
