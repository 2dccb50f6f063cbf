"""A page whose actions are counted.

An action is a key that is pressed for what it does, or a click; words typed into what has been opened are not counted.
"""

from playwright.sync_api import Locator, Page


class Counted:
    """`actions` are those done so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions: list[str] = []

    def press(self, key: str) -> None:
        """A key for what it does."""
        self.actions.append(key)
        self.page.keyboard.press(key)

    def click(self, place: Locator) -> None:
        """A click."""
        self.actions.append(f"click {place}")
        place.click()
