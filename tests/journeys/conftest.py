"""A browser in front of a running office; one office and one Chromium for all journeys of a test process."""

import os
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, StorageState, expect

from demo import cast
from demo.browser import NoBrowser, open_browser, signed_in
from demo.trial import Office, open_office
from jembatan.correspondence.tests.mail_server import certificate
from tests.architecture.house import PROJECT

expect.set_options(timeout=20_000)  # a machine that runs all tests at once takes its time
CONFLICT = "409 (Conflict)"  # no fault: the page shows both wordings, and the browser says so too
SETTLED = """async () => {
  const settle = async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  };
  // A browser without a screen may draw no further frame by itself, and an animation may have no end.
  await Promise.race([settle(), new Promise((goesOn) => setTimeout(goesOn, 5000))]);
}"""
type SignIn = Callable[..., Page]
type Violations = Callable[..., list[str]]
type Say = Callable[[str], str]

in_both_languages = pytest.mark.parametrize(
    "member", [cast.OFFICER, cast.SECOND_OFFICER], ids=["Indonesian", "English"]
)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The demo office, open until the tests end; it trusts the mail server of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(certificate()))
        opened = open_office(tmp_path_factory.mktemp("office"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, or Playwright's own."""
    # Playwright's event loop runs in this thread; Django would refuse to talk to the database from it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        with open_browser() as opened:
            yield opened
    except NoBrowser as sentence:
        pytest.skip(str(sentence))


@pytest.fixture(scope="session")
def state_of(browser: Browser, office: Office) -> Callable[[cast.Member], StorageState]:
    """A member's signed-in session; each signs in once."""
    return cache(lambda member: signed_in(browser, office, member.email))


@pytest.fixture
def say(member: cast.Member) -> Say:
    """The interface's words as the member of this run reads them: `say("Save")` is “Simpan” in Indonesian."""

    def said(text: str) -> str:
        with translation.override(member.language):
            return gettext(text)

    return said


@pytest.fixture
def sign_in(
    browser: Browser, office: Office, state_of: Callable[[cast.Member], StorageState]
) -> Iterator[SignIn]:
    """`sign_in(member, width=1280, theme="light")` gives a page of that member; a message in the console fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and CONFLICT not in message.text:
            complaints.append(message.text)

    def make(member: cast.Member, *, width: int = 1280, height: int = 800, theme: str = "light") -> Page:
        context = browser.new_context(
            base_url=office.site,
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            storage_state=state_of(member),
            accept_downloads=True,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        _press_on_what_has_come(page)
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


def _press_on_what_has_come(page: Page) -> None:
    """A hand is on its key only once the page that it leads to has come; before, nobody listens yet."""
    press = page.keyboard.press

    def pressed(key: str, *, delay: float | None = None) -> None:
        page.wait_for_load_state()
        press(key, delay=delay)

    page.keyboard.press = pressed  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def violations() -> Violations:
    """What axe-core finds on a page: everything on paper, and the contrast again on ink, since only colours differ.

    `violations(page, contrast=False)` leaves contrast out, which takes it longer than all else.
    It is evaluated from outside, so that the page's own policy need not allow it.
    """
    source = (PROJECT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    run = """async (options) => {
      const late = new Promise((_, refuse) => setTimeout(() => refuse(new Error("axe does not end")), 60000));
      const found = await Promise.race([axe.run(options), late]);
      return found.violations.map((v) => `${v.id}: ${v.nodes[0].html}`);
    }"""

    def look(page: Page, *, contrast: bool = True) -> list[str]:
        page.evaluate(source)
        rules = {"color-contrast": {"enabled": contrast}}
        found: list[str] = page.evaluate(run, {"resultTypes": ["violations"], "rules": rules})
        if contrast:
            page.emulate_media(color_scheme="dark")
            page.evaluate(SETTLED)
            found += page.evaluate(run, {"runOnly": ["color-contrast"], "resultTypes": ["violations"]})
            page.emulate_media(color_scheme="light")
        return found

    return look
