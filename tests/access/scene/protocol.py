"""What a meeting has on the table: a point with its paper, an order of precedence, seats."""

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.precedence.ranks import RankFacts, add_rank, give_rank
from jembatan.directory.actions.precedence.tables import TableFacts, make_table
from jembatan.directory.models import Position, PrecedenceTable, RankedPosition
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.order import follow_table
from jembatan.meetings.actions.papers import add_paper
from jembatan.meetings.actions.seating import make_plan
from jembatan.meetings.models import AgendaTemplate, Meeting
from jembatan.meetings.queries.guest_page import link as guest_link
from jembatan.platform.links import signed
from jembatan.platform.markings import Marking
from tests.access.scene.kinds import Arguments


def add_protocol(head: Actor, officer: Actor, word: str, meeting: Meeting) -> Arguments:
    item = add_point(officer, meeting, Content(title=f"Pokok {word}"))
    paper = add_paper(officer, item, word.encode(), name=f"Naskah {word}.txt", marking=Marking.GREEN)
    follow_table(officer, meeting, PrecedenceTable.objects.get(desk=officer.desk))
    make_plan(officer, meeting, "facing")
    person = meeting.attendances.get(person__isnull=False, ours=False)
    return {
        "agenda_item_id": item.pk,
        "paper_id": paper.pk,
        "ranked_guest_id": person.pk,
        "guest_token": signed(guest_link.PURPOSE, guest_link.to(person)),
        "guest_paper_id": paper.pk,
    }


def add_precedence(head: Actor, officer: Actor, position: Position) -> Arguments:
    facts = TableFacts(name="Tata tempat", order="ranks", sides="together", language="id")
    table = make_table(head, facts, source="Kebiasaan")
    version = table.versions.get()
    rank = add_rank(head, version, RankFacts(name_id="Direktur", name_en="Director"))
    give_rank(officer, position, rank, version=version)
    return {
        "table_id": table.pk,
        "version_id": version.pk,
        "rank_id": rank.pk,
        "agenda_template_id": AgendaTemplate.objects.create(desk=head.desk, name="Rapat pagi").pk,
        "ranked_id": RankedPosition.objects.get(position=position).pk,
    }
