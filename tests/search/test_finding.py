"""How the sources are asked: exactly, then corrected, then for what only resembles."""

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.platform.search.finding import find_everywhere
from jembatan.platform.search.vocabulary import learn


def add(actor: Actor, name: str) -> Person:
    folded = name.lower()
    return Person.objects.create(
        desk=actor.desk, full_name=name, name_folded=folded, sort_key=folded, search_text=f" {folded}"
    )


def found(actor: Actor, text: str) -> list[tuple[str, str, str]]:
    groups = find_everywhere(actor, text, limit=5)
    return [(group.source.kind, hit.title, group.meant) for group in groups for hit in group.hits]


def test_mistyped_name_is_corrected_by_the_vocabulary(reader: Actor) -> None:
    add(reader, "Retno Wulandari")
    add(reader, "Renata Wulansari")
    learn()

    assert found(reader, "retno") == [("people", "Retno Wulandari", "")]
    assert found(reader, "wulandrai") == [("people", "Retno Wulandari", "wulandari")]


def test_resemblance_is_the_last_resort(reader: Actor) -> None:
    add(reader, "Retno Wulandari")

    assert found(reader, "rettno wulandry") == [("people", "Retno Wulandari", "")]
    learn()
    assert found(reader, "zzzz") == []


def test_groups_say_that_there_is_more(reader: Actor) -> None:
    for number in range(6):
        add(reader, f"Budi {number}")

    [group] = find_everywhere(reader, "budi", limit=5)

    assert (len(group.hits), group.capped) == (5, True)
    assert find_everywhere(reader, "budi", limit=5, kind="messages") == []
