"""The README's pictures, taken of the demo office as it stands today: `bin/pictures [NAME …]`."""

import base64
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from playwright.sync_api import Browser, Page, StorageState, ViewportSize

from demo.browser import open_browser, signed_in
from demo.trial import Office, open_office

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
DESK = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)
PAPER = ViewportSize(width=720, height=1018)
QUALITY = 88
PARTNER = "Port of Halvern Authority"
# Of demo.cast, which needs a database: the head reads Indonesian, the officer English.
RATNA = "ratna@selatnusantara.example"
MARIA = "maria@selatnusantara.example"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as this reader (an e-mail address) sees it. `follow` names the links that lead there from `address`, one after the other."""

    name: str
    address: str
    reader: str
    theme: str = "light"
    size: ViewportSize | None = None
    follow: tuple[str, ...] = ()


PICTURES = (
    Picture("today", "/", MARIA),
    Picture("inbox", "/inbox/?turn=ours", RATNA),
    Picture("thread", "/inbox/?turn=ours", MARIA, theme="dark", follow=("Draft MoU on pilot training",)),
    Picture("organisation", "/directory/organisations/", MARIA, follow=(PARTNER,)),
    Picture("calendar", "/calendar/?view=month", RATNA, theme="dark"),
    Picture("report", "/reports/", MARIA),
    Picture("radar", "/radar/", MARIA),
    Picture("negotiation", "/negotiations/", MARIA, follow=("Survey of the northern approach",)),
    Picture("board", "/programmes/", MARIA, follow=("Festival Layar Nusantara", "Board")),
    Picture("phone-inbox", "/inbox/", RATNA, size=PHONE),
    Picture("phone-today", "/", RATNA, theme="dark", size=PHONE),
)
BRIEF = "brief"


def main(names: list[str]) -> int:
    """Take the pictures of these names, or all."""
    known = [*(picture.name for picture in PICTURES), BRIEF]
    if unknown := set(names) - set(known):
        print(f"No picture is called {', '.join(sorted(unknown))}. There are: {', '.join(known)}.")
        return 2
    wanted = names or known
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="jembatan-pictures-") as home:
        office = open_office(Path(home))
        try:
            with open_browser() as browser:
                _take_pages(browser, office, [picture for picture in PICTURES if picture.name in wanted])
                if BRIEF in wanted:
                    _take_brief(browser, office)
        finally:
            office.close()
    return 0


def _take_pages(browser: Browser, office: Office, pictures: list[Picture]) -> None:
    states = {reader: signed_in(browser, office, reader) for reader in {each.reader for each in pictures}}
    for picture in pictures:
        page = _page(browser, picture.size or DESK, theme=picture.theme, state=states[picture.reader])
        page.goto(f"{office.site}{picture.address}")
        for name in picture.follow:
            page.get_by_role("main").get_by_role("link", name=name).first.click()
            page.wait_for_load_state()
        _take(page, picture.name)


def _take_brief(browser: Browser, office: Office) -> None:
    """The first page of the PDF that `jembatan brief` writes; typst draws it, which needs no reader of PDF."""
    paper = office.home / "brief.pdf"
    office.command("brief", "--organisation", PARTNER, "--language", "en", "-o", str(paper))
    sheet = office.home / "sheet.typ"
    sheet.write_text('#set page(width: auto, height: auto, margin: 0pt)\n#image("brief.pdf", page: 1)\n')
    drawn = typst.compile(str(sheet), root=str(office.home), format="png", ppi=144)
    if not isinstance(drawn, bytes):
        raise TypeError("The brief is one sheet.")
    page = _page(browser, PAPER)
    source = f"data:image/png;base64,{base64.b64encode(drawn).decode()}"
    page.set_content(f'<body style="margin: 0"><img src="{source}" style="width: 100vw">')
    _take(page, BRIEF)


def _page(
    browser: Browser, size: ViewportSize, *, theme: str = "light", state: StorageState | None = None
) -> Page:
    context = browser.new_context(
        viewport=size,
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
        storage_state=state,
    )
    return context.new_page()


def _take(page: Page, name: str) -> None:
    """What the window shows, in WebP: a third of the same picture in PNG."""
    page.evaluate("document.fonts.ready.then(() => true)")
    session = page.context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    content = base64.b64decode(taken["data"])
    (FOLDER / f"{name}.webp").write_bytes(content)
    print(f"docs/pictures/{name}.webp {len(content) / 1000:.0f} kB")
    page.context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
