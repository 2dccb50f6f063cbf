"""Every contact file that real programs wrote: read without an exception, imported with each card accounted for."""

import re
from pathlib import Path
from typing import Any

import pytest

from jembatan.directory.formats.vcard import looks_like_vcard, read_vcards
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import import_now

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "vcards"
FILES = sorted(CORPUS.rglob("*.vcf"))
BEGINNINGS = re.compile(rb"^\s*BEGIN\s*:\s*VCARD", re.IGNORECASE | re.MULTILINE)

pytestmark = pytest.mark.skipif(not FILES, reason=f"No corpus of vCards at {CORPUS}.")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_card_and_every_line_of_a_file_is_accounted_for(path: Path) -> None:
    content = path.read_bytes()

    found = read_vcards(content)

    assert looks_like_vcard(content)
    assert len(found.cards) == len(BEGINNINGS.findall(content))
    assert not found.defects
    assert all(card.first <= line <= card.last for card in found.cards for line in card.lines)


@pytest.mark.parametrize(
    ("program", "work", "birthday", "email", "points", "has_photo"),
    [
        ("IPHONE", "IBM|Accounting|Money Counter", "2012-06-06", "john.doe@ibm.com", 11, True),
        ("MAC_ADDRESS_BOOK", "IBM|Accounting|Money Counter", "2012-06-06", "john.doe@ibm.com", 11, True),
        ("MS_OUTLOOK", "IBM|Accounting|Money Counter", "1980-03-22", "john.doe@ibm.cm", 7, True),
        ("GMAIL", "IBM||Money Counter", "1980-03-22", "john.doe@ibm.com", 5, False),
        ("LOTUS_NOTES", "IBM|SUN|Generic Accountant", "1980-05-21", "john.doe@ibm.com", 6, True),
        ("EVOLUTION", "IBM|Accounting / Dungeon|Money Counter", "1980-03-22", "john.doe@ibm.com", 6, False),
        ("BLACK_BERRY", "Acme Solutions||", "", "", 1, True),
        ("ANDROID", f"{'Ñ' * 44}||", "", "henry@company.com", 2, False),
    ],
)
def test_card_of_a_program_says_what_stands_in_it(
    program: str, work: str, birthday: str, email: str, points: int, has_photo: bool
) -> None:
    found = read_vcards((CORPUS / "ez-vcard" / f"John_Doe_{program}.vcf").read_bytes()).cards[-1].contact

    assert "|".join((found.organisation, found.unit, found.title)) == work
    assert next(iter(found.values("email")), "") == email
    assert (found.birthday, len(found.points), bool(found.photo)) == (birthday, points, has_photo)


def test_the_whole_corpus_is_imported_once_and_leaves_without_a_trace(officer: Any) -> None:
    from jembatan.directory.models import ContactPoint, Organisation, Person, Position

    cards = sum(len(BEGINNINGS.findall(path.read_bytes())) for path in FILES)

    first = import_now(officer, [CORPUS]).as_json()
    again = import_now(officer, [CORPUS]).as_json()

    assert first["read"] == cards
    assert first["read"] == sum(first[name] for name in ("filed", "updated", "duplicates", "quarantined"))
    assert (again["read"], again["filed"], again["updated"]) == (cards, 0, 0)
    assert again["duplicates"] + again["quarantined"] == cards
    assert first["quarantined"] <= 2, first["problems"]

    taken = roll_back(officer, _batch(first["batch"]))
    assert taken.kept == 0
    for model in (ContactPoint, Position, Person, Organisation):
        assert not model._default_manager.exists()


def _batch(batch_id: int) -> Any:
    from jembatan.platform.imports.models import Batch

    return Batch.objects.get(pk=batch_id)
