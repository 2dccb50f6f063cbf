"""Somebody at the keyboard alone: what is wanted is reached by Tab, and one has to see that it has been reached."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 120
SEEN = """element => [element, element.closest("label"), element.closest("[data-current]")].filter(Boolean)
  .some(each => getComputedStyle(each).outlineStyle !== "none" || each.hasAttribute("data-current"))"""


@dataclass
class Hands:
    """`keys` are those pressed for what they do; Tab only leads there, and words are typed into what has been reached."""

    page: Page
    keys: list[str] = field(default_factory=list)

    def press(self, key: str) -> None:
        """A key for what it does."""
        self.keys.append(key)
        self.page.keyboard.press(key)

    def reach(self, place: Locator) -> None:
        """By Tab alone; fails where that never comes there, or where the focus cannot be seen."""
        expect(place).to_be_visible()
        for _ in range(MOST_TABS):
            if place.evaluate("element => element === document.activeElement"):
                assert place.evaluate(SEEN), f"The focus on {place} cannot be seen."
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {place}.")

    def write(self, place: Locator, text: str) -> None:
        """Into a field, in place of what stands there."""
        self.reach(place)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def choose(self, place: Locator, name: str) -> None:
        """An entry of a list, by its first letters."""
        self.reach(place)
        self.page.keyboard.type(name)
        expect(place.locator("option:checked")).to_contain_text(name)

    def enter(self, place: Locator) -> None:
        """A link or a button."""
        self.reach(place)
        self.press("Enter")
