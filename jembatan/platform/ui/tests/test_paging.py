"""The address of a list's next rows."""

from jembatan.platform.ui.paging import more_url


def test_next_rows_are_narrowed_as_the_page_is() -> None:
    query = {"q": "retno & budi", "tag": "", "after": "a|1"}
    assert more_url("/directory/", "b|2", **query) == "/directory/?q=retno+%26+budi&after=b%7C2"


def test_last_rows_have_none_behind_them() -> None:
    assert more_url("/directory/", "", q="retno") == ""
