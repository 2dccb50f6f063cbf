"""`jembatan import`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from jembatan.accounts.actions.our_addresses import NotAnAddress
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.config.commands.importing import bring_in, import_
from jembatan.correspondence.models import Message
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.models import Batch

MAIL = b"From: pusat@lain.example\nTo: aiko@embassy.example\nMessage-ID: <a@lain.example>\nSubject: Draft\n\nHalo.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "surat.eml"
    path.write_bytes(MAIL)
    return path


def test_dry_run_does_not_remember_our_address(head: Actor, letter: Path) -> None:
    result = bring_in(head, (letter,), dry_run=True, own_addresses=("pusat@lain.example",))
    assert result.as_json()["filed"] == 1
    assert "pusat@lain.example" not in Desk.objects.get(pk=head.desk.pk).own_addresses
    assert not Batch.objects.exists()


def test_import_remembers_our_address(head: Actor, letter: Path) -> None:
    bring_in(head, (letter,), own_addresses=("Pusat@lain.example",))
    assert "pusat@lain.example" in Desk.objects.get(pk=head.desk.pk).own_addresses
    assert Message.objects.get().ours


def test_word_that_is_no_address_stops_the_import(head: Actor, letter: Path) -> None:
    with pytest.raises(NotAnAddress):
        bring_in(head, (letter,), own_addresses=("pusat",))
    assert not Batch.objects.exists()


def test_help_names_what_goes_with_paths() -> None:
    shown = CliRunner().invoke(import_, ["--help"]).output
    assert [word for word in ("PATHS...", "--as", "--dry-run", "--me", "rollback") if word not in shown] == []


def test_card_with_a_postal_address_alone_waits_once_however_often_it_is_imported(
    head: Actor, tmp_path: Path
) -> None:
    path = tmp_path / "kartu.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nADR:;;Jalan Merdeka 1;Jakarta;;10110;Indonesia\nEND:VCARD\n")
    reason = "The card names nobody: it has no name, organisation, e-mail address or number."

    first, second = (bring_in(head, (path,)) for _time in range(2))

    assert [problem["reason"] for problem in first.as_json()["problems"]] == [reason]
    assert [problem["reason"] for problem in second.as_json()["problems"]] == [
        f"{reason} It waits already, since import {first.batch.pk} (kartu.vcf)."
    ]
    for document in (first.as_json(), second.as_json()):
        assert (document["read"], document["quarantined"]) == (1, 1)
    roll_back(head, first.batch)
    assert second.batch.quarantine.get().state == "waiting"
    third = bring_in(head, (path,)).as_json()
    assert f"since import {second.batch.pk} " in third["problems"][0]["reason"]
