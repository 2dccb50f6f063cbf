"""Groups of an address book become tags of their members, wherever those stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.platform.imports.actions.quarantine import retry
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import Result, import_now
from jembatan.platform.imports.models import QuarantinedItem

GROUP = """BEGIN:VCARD
VERSION:4.0
KIND:group
UID:urn:uuid:g0000000-0000-4000-8000-000000000001
FN:Tim Selat
MEMBER:urn:uuid:1b2c3d4e-0000-4000-8000-000000000001
MEMBER:mailto:sari@maju.example
MEMBER:urn:uuid:00000000-dead-4000-8000-000000000000
END:VCARD
"""
PEOPLE = """BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:1b2c3d4e-0000-4000-8000-000000000001
FN:Budi Santoso
CATEGORIES:Mitra
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Sari Dewi
EMAIL:sari@maju.example
END:VCARD
"""
APPLE = """BEGIN:VCARD
VERSION:3.0
N:Tim Apel
FN:Tim Apel
X-ADDRESSBOOKSERVER-KIND:group
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1b2c3d4e-0000-4000-8000-000000000001
END:VCARD
"""

type Bring = Callable[[str], Result]


@pytest.fixture
def bring(officer: Actor, tmp_path: Path) -> Bring:
    def bring_in(content: str) -> Result:
        path = tmp_path / "contacts.vcf"
        path.write_text(content)
        return import_now(officer, [path])

    return bring_in


def accounts(result: Result) -> list[int]:
    document = result.as_json()
    return [document[name] for name in ("read", "filed", "updated", "duplicates", "quarantined")]


def tags() -> dict[str, list[str]]:
    return dict(Person.objects.order_by("pk").values_list("full_name", "tags"))


def test_group_is_a_tag_of_its_members_though_it_stands_before_them(bring: Bring) -> None:
    result = bring(GROUP + PEOPLE)

    assert accounts(result) == [3, 2, 1, 0, 0]
    assert tags() == {"Budi Santoso": ["Mitra", "Tim Selat"], "Sari Dewi": ["Tim Selat"]}
    assert Organisation.objects.count() == 0
    assert [problem["reason"] for problem in result.as_json()["problems"]] == [
        "The group “Tim Selat” became a tag of 2 of its 3 members; the others are unknown."
    ]


def test_group_of_an_apple_address_book_is_one_too(bring: Bring) -> None:
    bring(PEOPLE)
    assert accounts(bring(APPLE)) == [1, 0, 1, 0, 0]
    assert tags()["Budi Santoso"] == ["Mitra", "Tim Apel"]


def test_group_read_again_changes_nothing(bring: Bring) -> None:
    bring(GROUP + PEOPLE)
    assert accounts(bring(GROUP + PEOPLE)) == [3, 0, 0, 3, 0]


def test_group_of_strangers_waits_for_them(bring: Bring, officer: Actor) -> None:
    assert accounts(bring(GROUP)) == [1, 0, 0, 0, 1]
    item = QuarantinedItem.objects.get()
    assert item.reason == "None of the members of this group is in the directory."

    bring(PEOPLE)
    retry(officer, item)

    assert tags()["Sari Dewi"] == ["Tim Selat"]


def test_group_goes_with_its_import_and_members_stay(bring: Bring, officer: Actor) -> None:
    bring(PEOPLE)
    result = bring(GROUP)
    roll_back(officer, result.batch)
    assert tags() == {"Budi Santoso": ["Mitra"], "Sari Dewi": []}
