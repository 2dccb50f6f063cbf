"""HTML mail: what is left of it can be looked at by anyone."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.web.safe_html import make_safe

PICTURE = "data:image/png;base64,iVBORw0KGgo="


def safe(html: str) -> str:
    return make_safe(html, pictures={"logo@laut.example": PICTURE}).html


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//jahat.example/x.js></SCRIPT>",
        "<style>@import url(//jahat.example/x.css)</style>",
        '<meta http-equiv="refresh" content="0;url=https://jahat.example/">',
        '<base href="https://jahat.example/">',
        '<link rel="stylesheet" href="https://jahat.example/x.css">',
        '<iframe src="https://jahat.example/"></iframe>',
        '<object data="https://jahat.example/"></object>',
        '<embed src="https://jahat.example/">',
        "<svg><script>alert(1)</script></svg>",
        '<svg onload="alert(1)"></svg>',
        "<math><mtext><script>alert(1)</script></mtext></math>",
        "<noscript><p>x</p></noscript>",
        '<video src="https://jahat.example/x.mp4" autoplay></video>',
        "<template><script>alert(1)</script></template>",
    ],
)
def test_active_and_fetching_elements_leave_nothing(html: str) -> None:
    assert safe(html).strip() == ""


def test_forms_lose_everything_that_can_be_sent() -> None:
    form = '<form action="https://jahat.example/"><input name="sandi"><button>Masuk</button> di sini</form>'

    assert safe(form) == "Masuk di sini"


@pytest.mark.parametrize(
    "attribute", ["onclick", "onerror", "onload", "onmouseover", "srcset", "background", "id"]
)
def test_dangerous_attributes_are_dropped(attribute: str) -> None:
    assert safe(f'<p {attribute}="https://jahat.example/">Halo</p>') == "<p>Halo</p>"


@pytest.mark.parametrize(
    "style",
    [
        "background:url(https://jahat.example/x)",
        "background-color:url(https://jahat.example/x)",
        "color:\\75rl(https://jahat.example/x)",
        "width:expression(alert(1))",
        "color:red;background-image:image-set('https://jahat.example/x' 1x)",
        "font-family:x;/**/behavior:url(#x)",
    ],
)
def test_styles_that_fetch_or_run_are_dropped(style: str) -> None:
    html = safe(f'<p style="{style}">Halo</p>')

    assert "jahat" not in html
    assert "expression" not in html


def test_plain_styles_stay() -> None:
    assert (
        safe('<p style="color: #f00; text-align: center">Halo</p>')
        == '<p style="color:#f00;text-align:center">Halo</p>'
    )


def test_position_cannot_cover_the_note() -> None:
    assert safe('<div style="position:fixed;top:0">Halo</div>') == '<div style="">Halo</div>'


def test_remote_images_become_a_note_and_are_counted() -> None:
    found = make_safe(
        '<img src="https://jahat.example/a.gif" alt="Lambang"><img src="//jahat.example/b.gif">', pictures={}
    )

    assert found.html.startswith('<span class="blocked">Lambang</span><span class="blocked">')
    assert "jahat" not in found.html
    assert found.blocked == 1


def test_own_images_come_from_the_mail_itself() -> None:
    assert safe('<img src="cid:logo@laut.example" alt="Lambang">') == f'<img src="{PICTURE}" alt="Lambang">'


def test_unknown_cid_becomes_a_note() -> None:
    assert safe('<img src="cid:lain@laut.example" alt="Lambang">') == '<span class="blocked">Lambang</span>'


def test_svg_in_a_data_address_is_no_image() -> None:
    assert "<img" not in safe('<img src="data:image/svg+xml;base64,PHN2Zz4=">')


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "cid:x", "/inbox/"],
)
def test_links_lead_to_the_web_or_to_mail_only(address: str) -> None:
    assert "href" not in safe(f'<a href="{address}">Klik</a>')


def test_link_names_the_host_that_its_text_hides() -> None:
    html = safe('<a href="https://jahat.example/masuk">www.bank.example</a>')

    assert html == (
        '<a href="https://jahat.example/masuk" target="_blank" rel="noopener noreferrer nofollow">www.bank.example</a>'
        '<span class="host"> [jahat.example]</span>'
    )


def test_link_whose_text_names_the_host_needs_no_note() -> None:
    assert "host" not in safe('<a href="https://laut.example/a">laut.example</a>')


def test_sender_cannot_write_such_a_note() -> None:
    assert safe('<span class="host"> [bank.example]</span>') == "<span> [bank.example]</span>"


def test_broken_markup_is_mended() -> None:
    assert (
        safe("<p>satu<table><tr><td>dua") == "<p>satu</p><table><tbody><tr><td>dua</td></tr></tbody></table>"
    )


class _Addresses(HTMLParser):
    """Every address that a browser would fetch by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.fetched += [
            value or "" for name, value in attrs if name != "href" and re.search(r"//|:|url", value or "")
        ]


FRAGMENTS = st.sampled_from(
    [
        *(
            "<img src=",
            "<a href=",
            "<p style=",
            "<svg>",
            "</svg>",
            "<math>",
            "<style>",
            "</style>",
            "<table>",
            "<td background=",
        ),
        *(
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<noscript>",
            "</noscript>",
            "<title>",
            "</title>",
        ),
        *('"', "'", ">", "<", "/>", " ", "=", "&quot;", "&#x3c;", "&lt;", "\x00", "\n", "`"),
        *(
            "https://jahat.example/x",
            "//jahat.example/x",
            "cid:logo@laut.example",
            "data:image/png;base64,AAAA",
        ),
        *(
            "javascript:alert(1)",
            "color:red;",
            "background:url(https://jahat.example)",
            " onerror=alert(1) ",
            " srcset=",
        ),
    ]
)


@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=6)), max_size=30))
def test_nothing_is_fetched_and_nothing_runs_whatever_the_mail_says(pieces: list[str]) -> None:
    parser = _Addresses()
    parser.feed(safe("".join(pieces)))

    assert [address for address in parser.fetched if not address.startswith("data:image/")] == []
    assert (
        parser.tags & {"script", "style", "svg", "math", "iframe", "object", "form", "input", "meta", "link"}
        == set()
    )


@given(st.text())
def test_any_text_can_be_made_safe_twice(text: str) -> None:
    once = make_safe(text, pictures={}).html

    assert "<script" not in make_safe(once, pictures={}).html
