"""A browser in front of a running office; one office and one Chromium for all journeys of a test process."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from demo import cast
from tests.journeys.office import PROJECT, Office, open_office

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
type SignIn = Callable[..., Page]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The demo office, open until the tests end."""
    opened = open_office(tmp_path_factory.mktemp("office"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, or Playwright's own."""
    # Playwright's event loop runs in this thread; Django would refuse to talk to the database from it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def states(office: Office, browser: Browser) -> dict[str, object]:
    """A signed-in session for each of the cast, by key."""
    found: dict[str, object] = {}
    for member in cast.MEMBERS:
        context = browser.new_context()
        page = context.new_page()
        page.goto(office.sign_in_address(member.email))
        page.get_by_role("main").get_by_role("button").click()
        page.wait_for_url(f"{office.site}/")
        found[member.key] = context.storage_state()
        context.close()
    return found


@pytest.fixture
def sign_in(office: Office, browser: Browser, states: dict[str, object]) -> Iterator[SignIn]:
    """`sign_in(member, width=1280, theme="light")` gives a page of that member; a message in the console fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    def make(member: cast.Member, *, width: int = 1280, height: int = 800, theme: str = "light") -> Page:
        context = browser.new_context(
            base_url=office.site,
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            storage_state=states[member.key],  # type: ignore[arg-type]
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, evaluated in pages from outside, so that their own policy need not allow it."""
    return (PROJECT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
