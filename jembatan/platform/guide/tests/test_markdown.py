"""What Markdown becomes on a page of the guide."""

from jembatan.platform.guide.book import _address
from jembatan.platform.guide.markdown import Heading, links_in, render


def test_first_heading_is_the_title_and_leaves_the_text() -> None:
    page = render("# The inbox\n\nMail.\n", address_of=str)
    assert (page.title, page.html) == ("The inbox", "<p>Mail.</p>\n")


def test_headings_are_named() -> None:
    page = render("# A\n\n## Whose turn it is\n\n### Deeper\n", address_of=str)
    assert page.headings == (Heading("whose-turn-it-is", "Whose turn it is"),)
    assert page.html == '<h2 id="whose-turn-it-is">Whose turn it is</h2>\n<h3 id="deeper">Deeper</h3>\n'


def test_links_lead_where_they_are_told() -> None:
    page = render("# A\n\nSee [the *inbox*](inbox.md).\n", address_of=lambda target: f"/{target}/")
    assert page.html == '<p>See <a href="/inbox.md/">the <em>inbox</em></a>.</p>\n'
    assert links_in("# A\n\nSee [the *inbox*](inbox.md).\n") == [("inbox.md", "the inbox")]


def test_html_in_a_page_is_shown_and_not_obeyed() -> None:
    assert render("# A\n\n<b>x</b>\n", address_of=str).html == "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"


def test_files_become_addresses() -> None:
    targets = ["inbox.md", "inbox.md#turn", "#turn", "README.md"]
    assert [_address(target) for target in targets] == [
        "/help/inbox/",
        "/help/inbox/#turn",
        "#turn",
        "/help/",
    ]
