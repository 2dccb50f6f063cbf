"""Two people write the minutes of a meeting at once, and one of them loses the connection: not one letter is missing afterwards."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations

UNREACHABLE = "ERR_INTERNET_DISCONNECTED"
DAYS = count(2)  # nobody is planned into two meetings at once
type WithoutConnection = Callable[[cast.Member], Page]


@pytest.fixture
def page_of(
    browser: Browser, office: Office, state_of: Callable[[cast.Member], StorageState]
) -> Iterator[WithoutConnection]:
    """A page whose console may say that there is no connection."""
    complaints: list[str] = []
    contexts = []

    def make(member: cast.Member) -> Page:
        context = browser.new_context(
            base_url=office.site, viewport={"width": 1280, "height": 800}, storage_state=state_of(member)
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda said: (
                complaints.append(said.text)
                if said.type in {"error", "warning"} and UNREACHABLE not in said.text
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@contextmanager
def no_connection(page: Page) -> Iterator[None]:
    page.context.set_offline(True)
    try:
        yield
    finally:
        page.context.set_offline(False)


def begin(page: Page, title: str) -> str:
    """Plan a meeting, begin its minutes; their address. The page is in English."""
    page.goto("/meetings/new/")
    page.get_by_label("Title").fill(title)
    page.get_by_label("When").fill(f"{next(DAYS)} January 2031 9:30")
    page.get_by_role("main").get_by_role("button", name="Put into the calendar").click()
    page.get_by_role("button", name="Write minutes").click()
    expect(page).to_have_title(f"Minutes: {title} · Jembatan")
    return page.url


def box(page: Page) -> Locator:
    """The text of the meeting as a whole."""
    return page.locator("[data-text]").first


def expect_state(page: Page, state: str) -> None:
    expect(page.locator("[data-state]")).to_have_attribute("data-state", state)


def in_database(office: Office, title: str) -> str:
    code = (
        "from jembatan.meetings.models import MinutesSection as S; "
        f"print('<' + S.objects.get(minutes__meeting__title={title!r}, item=None).text + '>')"
    )
    return office.command("manage", "shell", "--no-imports", "-c", code).stdout.strip()[1:-1]


def test_two_write_in_the_same_paragraph_and_one_loses_the_connection(
    page_of: WithoutConnection, office: Office
) -> None:
    bagus, maria = page_of(cast.OFFICER), page_of(cast.SECOND_OFFICER)
    address = begin(maria, "Rapat bersama")
    bagus.goto(address)
    for page in (bagus, maria):
        expect_state(page, "saved")
    box(maria).press_sequentially("Rapat dibuka. ")
    expect(box(bagus)).to_have_value("Rapat dibuka. ")
    expect(bagus.locator("[data-pens]").filter(has_text="Maria Lengkong").first).to_be_visible()

    box(bagus).press("End")
    box(maria).press("Home")
    for first, second in zip("ABCDEFGHIJ", "abcdefghij", strict=True):
        box(bagus).press(first)
        box(maria).press(second)
    typed = Counter("Rapat dibuka. ABCDEFGHIJabcdefghij")

    with no_connection(bagus):
        box(bagus).press_sequentially(" tanpa jaringan é🙂", delay=10)
        expect_state(bagus, "offline")
        box(maria).press_sequentially("KLM", delay=10)
        expect_state(maria, "saved")
        box(bagus).press_sequentially("!", delay=10)
    typed += Counter(" tanpa jaringan é🙂!KLM")

    for page in (bagus, maria):
        expect_state(page, "saved")
    expect(box(bagus)).to_have_value(re.compile("KLM"))
    expect(box(maria)).to_have_value(re.compile("jaringan"))
    for text in (box(bagus).input_value(), box(maria).input_value(), in_database(office, "Rapat bersama")):
        assert Counter(text) == typed
        assert "abcdefghijKLM" in text
        assert "ABCDEFGHIJ tanpa jaringan é🙂!" in text


def test_words_of_a_browser_that_was_closed_without_a_connection_come_when_it_is_opened_again(
    page_of: WithoutConnection, office: Office
) -> None:
    maria = page_of(cast.SECOND_OFFICER)
    address = begin(maria, "Rapat tertutup")
    expect_state(maria, "saved")
    box(maria).press_sequentially("Tersimpan.")
    expect_state(maria, "saved")
    with no_connection(maria):
        box(maria).press_sequentially(" Belum terkirim.")
        maria.close()
    assert in_database(office, "Rapat tertutup") == "Tersimpan."
    again = maria.context.new_page()
    again.goto(address)
    expect(box(again)).to_have_value("Tersimpan. Belum terkirim.")
    expect_state(again, "saved")
    assert in_database(office, "Rapat tertutup") == "Tersimpan. Belum terkirim."


def test_undo_takes_back_ones_own_words_and_the_caret_stays(page_of: WithoutConnection) -> None:
    maria, bagus = page_of(cast.SECOND_OFFICER), page_of(cast.OFFICER)
    bagus.goto(begin(maria, "Rapat bersama lagi"))
    for page in (maria, bagus):
        expect_state(page, "saved")
    box(maria).press_sequentially("satu tiga")
    expect(box(bagus)).to_have_value("satu tiga")
    box(maria).evaluate("box => box.setSelectionRange(5, 9)")
    box(bagus).press("Home")
    box(bagus).press_sequentially("NOL ")
    expect(box(maria)).to_have_value("NOL satu tiga")
    assert box(maria).evaluate("box => [box.selectionStart, box.selectionEnd]") == [9, 13]
    box(maria).press_sequentially("dua")
    expect(box(bagus)).to_have_value("NOL satu dua")
    box(bagus).press("Control+z")
    expect(box(maria)).to_have_value("satu dua")
    box(bagus).press("Control+y")
    expect(box(maria)).to_have_value("NOL satu dua")


@pytest.mark.parametrize("width", [1280, 390])
def test_minutes_are_usable_by_everyone(sign_in: SignIn, violations: Violations, width: int) -> None:
    maria = sign_in(cast.SECOND_OFFICER, width=width)
    begin(maria, f"Rapat {width}")
    expect_state(maria, "saved")
    maria.get_by_role("button", name="present").first.click()
    expect(maria.get_by_role("button", name="present").first).to_have_attribute("aria-pressed", "true")
    maria.get_by_role("button", name="Time").first.click()
    expect(box(maria)).to_have_value(re.compile(r"\d\d:\d\d "))
    assert violations(maria) == []
    assert maria.evaluate("document.documentElement.scrollWidth") <= width
