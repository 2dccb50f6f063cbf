"""What a meeting has on the table: a point with its paper."""

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.papers import add_paper
from jembatan.meetings.models import Meeting
from jembatan.platform.markings import Marking
from tests.access.scene.kinds import Arguments


def add_protocol(head: Actor, officer: Actor, word: str, meeting: Meeting) -> Arguments:
    item = add_point(officer, meeting, Content(title=f"Pokok {word}"))
    paper = add_paper(officer, item, word.encode(), name=f"Naskah {word}.txt", marking=Marking.GREEN)
    return {"agenda_item_id": item.pk, "paper_id": paper.pk}
