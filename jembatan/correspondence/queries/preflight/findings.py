"""What the composer and the command line ask: the findings for a letter, tuned as the desk wants them."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.preflight.check import check
from jembatan.correspondence.preflight.finding import Finding
from jembatan.correspondence.preflight.letter import Letter
from jembatan.correspondence.queries.preflight.desk_rules import tuning_of
from jembatan.correspondence.queries.preflight.knowledge import knowledge_for


def findings_for(actor: Actor, *, letter: Letter) -> list[Finding]:
    """Everything that is wrong with it, as far as the actor may see what it is compared with.

    A constant number of queries, whatever the number of receivers and of messages exchanged with them.
    """
    return check(letter, knowledge_for(actor, letter), tuning=tuning_of(actor.desk))
