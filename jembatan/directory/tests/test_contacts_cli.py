"""`jembatan contacts …`: the keys of the contract, without a database."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from jembatan.directory.cli import contacts


def answer(*arguments: str) -> Any:
    """The JSON document of a command that succeeds."""
    result = CliRunner().invoke(contacts, [*arguments, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_parse_tells_each_card_and_each_defect(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Sari\nORG:Maju\nTITLE:Direktur\nEMAIL:s@a.example\nTEL:021-5551234\n"
    )

    document = answer("parse", str(path))

    card = document["cards"][0]
    assert [card[key] for key in ("full_name", "emails", "phones", "organisation", "title", "addresses")] == [
        "Sari", ["s@a.example"], ["021-5551234"], "Maju", "Direktur", [],
    ]  # fmt: skip
    assert document["defects"] == [{"line": 1, "reason": "the card has no END", "text": ""}]


def test_match_scores_people_and_organisations() -> None:
    assert answer("match", "Prof. Dr. Budi Santoso, M.Sc.", "Budi Santoso") == {"score": 1.0, "same": True}
    assert answer("match", "Budi Santoso", "Rina Lubis")["same"] is False
    assert answer("match", "Kemlu", "Ministry of Foreign Affairs", "--organisation")["same"] is True


def test_duplicates_names_rows_by_the_chosen_column(tmp_path: Path) -> None:
    others = "".join(f"x{n},Orang Ke{n},x{n}@a.example\n" for n in range(20))
    path = tmp_path / "a.csv"
    path.write_text(
        f'Kode,Nama,Surel\na,Budi Santoso,b@a.example\nb,"Dr. Budi Santoso, M.Si.",b@a.example\n{others}'
    )

    pairs = answer("duplicates", "--csv", str(path), "--id", "Kode")["pairs"]

    assert [(pair["a"], pair["b"]) for pair in pairs] == [("a", "b")]


def test_a_column_that_is_not_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Nama,Surel\nBudi,b@a.example\n")

    result = CliRunner().invoke(contacts, ["duplicates", "--csv", str(path), "--id", "Kode"])

    assert result.exit_code == 1
    assert "Columns: Nama, Surel." in result.output
