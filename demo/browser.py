"""A browser in front of the trial office: the machine's Chromium, or Playwright's own, and a colleague signed in."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, StorageState, sync_playwright

from demo.trial import Office

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowser(Exception):
    """There is no Chromium on this machine."""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium without a window; raises `NoBrowser` where there is none."""
    with sync_playwright() as playwright:
        program = CHROMIUM or playwright.chromium.executable_path
        if not Path(program).exists():
            raise NoBrowser("There is no Chromium on this machine: bin/setup --tests looks for one.")
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


def signed_in(browser: Browser, office: Office, email: str) -> StorageState:
    """The cookies of this member, fetched by a one-time address as a person would use it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(office.sign_in_address(email))
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url(f"{office.site}/")
    state = context.storage_state()
    context.close()
    return state
