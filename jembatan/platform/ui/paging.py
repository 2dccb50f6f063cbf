"""Lists that go on."""

from urllib.parse import urlencode


def more_url(address: str, after: str, /, **query: object) -> str:
    """The address of the rows behind a mark, narrowed as these are; "" when there are none.

    `query` may be the whole of this page's: its empty values are left out, and the mark takes the place of the last one.
    """
    filled = {name: value for name, value in query.items() if value not in {None, ""}}
    return f"{address}?{urlencode(filled | {'after': after})}" if after else ""
