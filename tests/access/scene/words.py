"""What the desk says: a line to take, a statement."""

from dataclasses import replace

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.lines.clear import clear_line
from jembatan.correspondence.actions.lines.use import record_use
from jembatan.correspondence.actions.lines.write import LineContent, write_line
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import (
    Statement,
)
from jembatan.directory.models import Person
from jembatan.dossiers.models import Dossier
from tests.access.scene.kinds import Arguments


def add_line(head: Actor, officer: Actor, word: str, dossier: Dossier, budi: Person) -> Arguments:
    """Cleared, said in a meeting, and worded anew."""
    content = LineContent(
        topic=f"Sikap {word}",
        word=word.lower(),
        texts={"id": f"Kata {word}"},
        do_not_say={},
        dossier=dossier,
        owner=officer.user,
    )
    line = write_line(officer, None, content)
    clear_line(head, line, number=1)
    use = record_use(officer, line, occasion=f"Rapat {word}", language="id", parties=[budi])
    write_line(officer, line, replace(content, texts={"id": f"Lagi {word}"}))
    return {"line_id": line.pk, "hearer_id": use.hearers.get().pk}


def add_statement(officer: Actor, word: str, dossier: Dossier) -> Statement:
    entered = Entered(
        state=Statement.State.RECEIVED,
        number=f"LS-{word}",
        title=f"Pernyataan {word}",
        purpose=Statement.Purpose.ACTION,
        dossier=dossier,
    )
    return record_statement(officer, entered)
