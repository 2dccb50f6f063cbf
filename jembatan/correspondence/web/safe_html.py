"""HTML of a mail made safe to look at: no script, no form, nothing fetched from anywhere, every link with its host.

Three steps: nh3 reduces the mail to plain, well-formed markup; a rewriter puts a note where a remote image was and the host
behind a link that hides it; nh3 goes over the result once more, so that nothing depends on the rewriter being right.
The page that shows it has a policy of its own (`pages/message_html.py`) that would refuse the rest.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3
from django.utils.translation import gettext as _

BLOCKS = "address article blockquote center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section ul"
WORDS = "a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup tt u var wbr"
TABLES = "caption col colgroup table tbody td tfoot th thead tr"
TAGS = set(f"{BLOCKS} {WORDS} {TABLES}".split())
DROPPED = {
    "script",
    "style",
    "title",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "template",
    "textarea",
    "select",
}
ATTRIBUTES = {
    "*": {"align", "dir", "lang", "style", "title", "valign"},
    "a": {"href"},
    "col": {"span", "width"},
    "colgroup": {"span", "width"},
    "font": {"color", "size"},
    "img": {"alt", "height", "src", "width"},
    "li": {"value"},
    "ol": {"start", "type"},
    "table": {"bgcolor", "border", "cellpadding", "cellspacing", "width"},
    "td": {"bgcolor", "colspan", "height", "rowspan", "width"},
    "th": {"bgcolor", "colspan", "height", "rowspan", "width"},
    "tr": {"bgcolor"},
}
STYLES = {
    *("color", "background-color", "font-family", "font-size", "font-style", "font-weight", "line-height"),
    *("text-align", "text-decoration", "vertical-align", "white-space", "direction", "list-style-type"),
    *(
        "width",
        "max-width",
        "height",
        "border",
        "border-collapse",
        "border-color",
        "border-width",
        "border-style",
    ),
    *("margin", "margin-top", "margin-right", "margin-bottom", "margin-left"),
    *("padding", "padding-top", "padding-right", "padding-bottom", "padding-left"),
}
LINK_SCHEMES = {"http", "https", "mailto", "tel"}
PLAIN_STYLE = re.compile(r"(?:[\w\s.,:;#%!'\"-]|\b(?:rgb|rgba|hsl|hsla)\([\d\s.,%/]*\))*", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*", re.IGNORECASE)
VOID = {"br", "col", "hr", "img", "wbr"}
NOTES = {"blocked", "host"}


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """The markup, and how many images of other computers were left out."""

    html: str
    blocked: int


def make_safe(html: str, *, pictures: Mapping[str, str]) -> SafeHtml:
    """`pictures` maps the Content-ID of the mail's own images to `data:` addresses."""
    rewriter = _Rewriter(pictures)
    rewriter.feed(_clean(html))
    rewriter.close()
    final = _clean("".join(rewriter.pieces), classes={"span": NOTES}, picture=_embedded)
    return SafeHtml(final, rewriter.blocked)


def host_of(address: str) -> str:
    """The host that a link leads to, or the mailbox that it writes to; nothing for one that cannot be read."""
    try:
        parts = urlsplit(address.strip())
        return (parts.hostname or "") if parts.scheme in {"http", "https"} else parts.path
    except ValueError:
        return ""


def _clean(
    html: str, *, classes: dict[str, set[str]] | None = None, picture: Callable[[str], str | None] = str
) -> str:
    def attribute(tag: str, name: str, value: str) -> str | None:
        if name == "style":
            return value if PLAIN_STYLE.fullmatch(value) else None
        if (tag, name) == ("img", "src"):
            return picture(value)
        return value

    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=LINK_SCHEMES | {"cid", "data"},
        url_relative="deny",
        filter_style_properties=STYLES,
        allowed_classes=classes,
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )


def _embedded(address: str) -> str | None:
    return address if PICTURE.fullmatch(address) else None


class _Rewriter(HTMLParser):
    """Copies markup, with notes in the place of images that cannot be shown and behind links that hide their host."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.blocked = 0
        self._pictures = pictures
        self._link = ""
        self._link_text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag of the reduced markup."""
        values = {name: value or "" for name, value in attrs}
        if tag == "img":
            self.pieces.append(self._picture(values))
            return
        if tag == "a":
            self._link, self._link_text = _lasting_link(values), []
            values = {name: value for name, value in values.items() if name != "href" or self._link}
        self.pieces.append(_tag(tag, values))

    def handle_endtag(self, tag: str) -> None:
        """Its end."""
        if tag not in VOID:
            self.pieces.append(f"</{tag}>")
        if tag == "a" and self._link:
            host = host_of(self._link)
            if host.lower() not in "".join(self._link_text).lower():
                self.pieces.append(f'<span class="host"> [{escape(host)}]</span>')
            self._link = ""

    def handle_data(self, data: str) -> None:
        """Text."""
        self._link_text.append(data)
        self.pieces.append(escape(data))

    def _picture(self, values: dict[str, str]) -> str:
        address = values.get("src", "").strip()
        if address.lower().startswith("cid:"):
            address = self._pictures.get(address[4:].strip("<>"), "")
        if PICTURE.fullmatch(address):
            return _tag("img", {**values, "src": address})
        if host_of(address):
            self.blocked += 1
        note = values.get("alt", "").strip() or _("Image not loaded")
        return f'<span class="blocked">{escape(note)}</span>'


def _lasting_link(values: dict[str, str]) -> str:
    address = values.get("href", "")
    return "" if address.lower().startswith(("cid:", "data:")) else address


def _tag(tag: str, values: dict[str, str]) -> str:
    written = "".join(f' {name}="{escape(value)}"' for name, value in values.items())
    return f"<{tag}{written}>"
