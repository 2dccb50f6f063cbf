"""What becomes of a suggestion: a promise, or nothing."""

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.record import Promise, record_commitment
from jembatan.commitments.models import Commitment, PassedOver
from jembatan.commitments.queries.guess import Guess
from jembatan.commitments.queries.source import Said, held
from jembatan.commitments.queries.suggested import Suggested, is_taken
from jembatan.platform.access import require_writer


@transaction.atomic
def take(actor: Actor, suggested: Suggested, guessed: Guess) -> Commitment | None:
    """As it was guessed, with the sentence as its evidence; None where somebody else was faster. Raises `ValidationError` where nobody is known on the other side."""
    if held(actor, suggested.said) is None or is_taken(actor, suggested):
        return None
    promise = Promise(
        side=suggested.side,
        what=guessed.what,
        person=guessed.person,
        organisation=guessed.organisation,
        member=guessed.member or actor.user,
        due=guessed.due,
        grade=suggested.grade,
    )
    return record_commitment(actor, promise, evidence=suggested.sentence, said=suggested.said)


@transaction.atomic
def pass_over(actor: Actor, suggested: Suggested) -> None:
    """It is none: nobody is shown it again."""
    require_writer(actor)
    said = suggested.said
    PassedOver.objects.get_or_create(
        message=said.message,
        section=said.section,
        digest=suggested.digest,
        defaults={"desk": actor.desk, "user": actor.user},
    )


@transaction.atomic
def bring_back(actor: Actor, said: Said, digest: str) -> None:
    """The inverse, whoever dismissed it."""
    require_writer(actor)
    PassedOver.objects.filter(
        desk=actor.desk, message=said.message, section=said.section, digest=digest
    ).delete()
