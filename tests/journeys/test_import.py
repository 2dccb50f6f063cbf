"""Files come in by the page while the worker runs: mapped, tried, imported, accounted for, taken back."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from demo import cast
from tests.journeys.conftest import SignIn

CONTACTS = """Who;Where they sit;Reach
Laila Hasanah;Perum Mercu Segara;laila@mercusegara.example
Oskar Lindqvist;Norrviken Pilotage;oskar@norrviken.example
Mei Tanaka;Norrviken Pilotage;mei@norrviken.example
"""
CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Pieter Hartono
N:Hartono;Pieter;;;
EMAIL:pieter@kargolaut.example
ORG:Kargo Laut
END:VCARD
"""
LETTERS = """From laila@mercusegara.example Mon Nov 23 09:00:00 2026
From: Laila Hasanah <laila@mercusegara.example>
To: kerjasama@selatnusantara.example
Subject: Mercu suar baru di Tanjung Karang
Date: Mon, 23 Nov 2026 09:00:00 +0700
Message-ID: <mercu-1@mercusegara.example>

Yth. Biro Kerja Sama,
Kapan kami dapat meninjau lokasi mercu suar?

"""
FIGURES = "dl.figures"


def _upload(page: Page, path: Path, *, kind: str) -> None:
    page.goto("/imports/")
    page.get_by_label("Drop files here or choose them").set_input_files(path)
    page.get_by_label("Kind").select_option(label=kind)
    page.get_by_role("button", name="Continue").click()


def _figures(page: Page) -> dict[str, int]:
    """The account on the page, by label."""
    page.locator(FIGURES).wait_for()
    names = page.locator(f"{FIGURES} dt").all_inner_texts()
    numbers = page.locator(f"{FIGURES} dd").all_inner_texts()
    return dict(zip(names, map(int, numbers), strict=True))


def _wait_until(page: Page, state: str) -> None:
    """The worker is at it; the page loads itself anew when it has done."""
    expect(page.get_by_role("main").locator(".chip", has_text=re.compile(f"^{state}"))).to_be_visible(
        timeout=60_000
    )


def _import(page: Page) -> dict[str, int]:
    _wait_until(page, "Tried, not imported yet")
    tried = _figures(page)
    page.get_by_role("main").get_by_role("button", name="Import", exact=True).click()
    _wait_until(page, "Imported")
    assert _figures(page) == tried
    return tried


def _take_back(page: Page) -> None:
    page.get_by_role("link", name="Take back").click()
    page.get_by_role("button", name="Take back").click()
    _wait_until(page, "Taken back")


def test_table_with_unknown_headings_is_mapped_tried_imported_and_taken_back(
    sign_in: SignIn, tmp_path: Path
) -> None:
    (tmp_path / "partners.csv").write_text(CONTACTS)
    page = sign_in(cast.SECOND_OFFICER)
    _upload(page, tmp_path / "partners.csv", kind="Contacts")
    for heading, becomes in (("Who", "Full name"), ("Where they sit", "Organisation"), ("Reach", "E-mail")):
        page.get_by_label(f"What “{heading}” becomes").select_option(label=becomes)
    page.get_by_role("button", name="Try the import").click()
    assert _import(page) == {"Read": 3, "New": 3, "Changed": 0, "Already there": 0, "Set aside": 0}
    batch = page.url
    page.goto("/directory/?q=Lindqvist")
    expect(page.get_by_role("main").get_by_role("link", name="Oskar Lindqvist")).to_be_visible()
    page.goto(batch)
    _take_back(page)
    page.goto("/directory/?q=Lindqvist")
    expect(page.get_by_role("main")).to_contain_text("Nothing in the directory matches.")


def test_cards_and_letters_come_in_and_a_second_time_are_already_there(
    sign_in: SignIn, tmp_path: Path
) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    batches = []
    for name, content in (("cards.vcf", CARDS), ("letters.mbox", LETTERS)):
        (tmp_path / name).write_text(content)
        for new in (1, 0):
            _upload(page, tmp_path / name, kind="Recognise the kind")
            account = _import(page)
            assert account == {"Read": 1, "New": new, "Changed": 0, "Already there": 1 - new, "Set aside": 0}
            batches.append(page.url)
    for address in reversed(batches):
        page.goto(address)
        _take_back(page)
