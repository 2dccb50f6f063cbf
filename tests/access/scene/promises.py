"""A promise in a mail, with a day that was moved, and what the partner says to it by a link."""

from datetime import date

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.ask_partner import ask_partner
from jembatan.commitments.actions.partner_answer import answer_promise
from jembatan.commitments.actions.record import Promise, record_commitment
from jembatan.commitments.actions.renegotiate import renegotiate
from jembatan.commitments.models import Commitment, PartnerAnswer
from jembatan.commitments.queries.partner_link import ISSUE, PURPOSE
from jembatan.commitments.queries.source import said_in_message
from jembatan.correspondence.models import Draft, Message
from jembatan.directory.models import Person
from jembatan.platform.links import LinkTo, signed
from tests.access.scene.kinds import Arguments


def add_promise(head: Actor, officer: Actor, word: str, message: Message, budi: Person) -> Arguments:
    """It goes where the mail goes."""
    said = said_in_message(officer, message.pk)
    assert said is not None
    promise = Promise(
        side=Commitment.Side.THEIRS,
        what=f"Janji {word}",
        person=budi,
        organisation=message.sender.organisation if message.sender else None,
        due=date(2026, 3, 5),
    )
    made = record_commitment(officer, promise, evidence=f"Kalimat {word}", said=said)
    renegotiate(officer, made, date(2026, 4, 5), f"Sebab {word}")
    question = ask_partner(head, made)  # in a draft of her own
    assert question.letter is not None
    Draft.objects.filter(pk=question.letter.pk).update(state=Draft.State.QUEUED)  # it has left
    link = LinkTo(question.pk, ISSUE, question.until)
    done = answer_promise(link, kind=PartnerAnswer.Kind.DONE, words=f"Jawaban {word}")
    return {
        "commitment_id": made.pk,
        "partner_answer_id": done.pk,
        "promise_token": signed(PURPOSE, link),
    }
