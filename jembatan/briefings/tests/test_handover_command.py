"""`jembatan handover`: what is handed over, to whom, and what is refused in a sentence."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.briefings.cli.handover import handover
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier

TAKER = "maria@selatnusantara.example"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(handover, [*arguments])


@pytest.mark.parametrize(
    ("form", "what"),
    [
        ("pdf", ("--organisation", "Kementerian Laut")),
        ("docx", ("--dossier", "fishing")),
        ("pdf", ("--officer", "bagus@selatnusantara.example")),
    ],
)
def test_pack_of_each_kind_is_written(
    officer: Actor,
    second_officer: Actor,
    ministry: Organisation,
    tmp_path: Path,
    form: str,
    what: tuple[str, str],
) -> None:
    Organisation.objects.filter(pk=ministry.pk).update(
        name="Kementerian Laut", name_folded="kementerian laut"
    )
    open_dossier(officer, "Fishing zones", objective="A treaty")
    file = tmp_path / f"pack.{form}"
    result = run(*what, "--to", TAKER, "-o", str(file), "--language", "en", "--json")
    assert result.exit_code == 0, result.output
    said = json.loads(result.stdout)
    assert set(said) == {"file", "pages", "sources", "seconds"}
    assert (said["file"], said["pages"] is None) == (str(file), form == "docx")
    assert file.read_bytes()[:2] in {b"%P", b"PK"}


def test_pack_holds_what_the_taker_may_see(
    head: Actor, officer: Actor, second_officer: Actor, tmp_path: Path
) -> None:
    dossier = open_dossier(officer, "Fishing zones", objective="A treaty")
    restrict(officer, dossier)
    file = tmp_path / "pack.pdf"
    result = run("--officer", "bagus@selatnusantara.example", "--to", TAKER, "-o", str(file))
    assert result.exit_code == 0, result.output
    assert "Fishing zones" not in "".join(page.extract_text() for page in PdfReader(file).pages)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--dossier", "Fishing", "--to", "siapa@selatnusantara.example"), "Nobody at this desk signs in as"),
        (("--dossier", "Nothing", "--to", TAKER), "There is no dossier 'Nothing' at this desk."),
        (("--dossier", "fish", "--to", TAKER), "Several dossiers are called something like"),
        (("--officer", TAKER, "--to", TAKER), "Nobody takes over from themselves"),
        (("--organisation", "Nowhere", "--to", TAKER), "There is no organisation 'Nowhere'"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(
    officer: Actor, second_officer: Actor, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    for title in ("Fishing zones", "Fish markets"):
        open_dossier(officer, title)
    file = tmp_path / "pack.pdf"
    result = run(*arguments, "-o", str(file))
    assert (result.exit_code, sentence in result.stderr, file.exists()) == (1, True, False)


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--dossier", "a", "--officer", "b", "-o", "a.pdf"), 2, "Name one of --organisation, --dossier"),
        (("-o", "a.pdf"), 2, "Name one of --organisation, --dossier"),
        (("--dossier", "a", "-o", "a.txt"), 1, "written as .pdf or .docx"),
    ],
)
def test_one_subject_and_a_known_ending_are_wanted(
    officer: Actor, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    result = run(*arguments, "--to", TAKER)
    assert (result.exit_code, sentence in result.stderr) == (code, True)
