"""What meetings announce to other rooms."""

from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWanted:
    """Somebody is to be written to; announced inside the transaction.

    Whoever can send it does, or raises `ValidationError` with the sentence that says why not.
    """

    actor: Actor
    name: str
    email: str
    subject: str
    text: str
    dossier: Dossier | None
    marking: str
