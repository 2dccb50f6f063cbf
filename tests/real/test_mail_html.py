"""HTML of real mail, made safe: nothing in it is fetched, nothing in it runs."""

import re
from pathlib import Path

import pytest

from jembatan.correspondence.formats.mime import NotMail, parse
from jembatan.correspondence.web.safe_html import make_safe

MAIL = Path(__file__).parents[3] / "shared" / "corpora" / "mail"
FETCHED = re.compile(
    r'<(?!a )[^>]*\s(?:src|href|background|srcset|style)="(?!data:image/)[^"]*(?://|url)', re.IGNORECASE
)
ACTIVE = re.compile(
    r"<(?:script|style|iframe|object|embed|form|input|meta|link|base|svg)\b|<[^>]*\son\w+=", re.IGNORECASE
)

pytestmark = pytest.mark.skipif(not MAIL.exists(), reason="the corpora are not beside the project")


def html_of(path: Path) -> str:
    """The HTML part of a mail; nothing of a file that is none."""
    try:
        return parse(path.read_bytes()).html
    except NotMail:
        return ""


def test_html_of_real_mail_is_harmless() -> None:
    files = [path for path in sorted(MAIL.rglob("*")) if path.is_file()]
    pages = [html for path in files if (html := html_of(path))]

    safe = [make_safe(html, pictures={}).html for html in pages]

    assert len(pages) > 10
    assert [found for html in safe for found in (*FETCHED.findall(html), *ACTIVE.findall(html))] == []
