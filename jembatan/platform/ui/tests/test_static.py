"""Styles and scripts travel once: small, and under a name that changes with what they say."""

import gzip

import pytest
from django.templatetags.static import static
from django.test import Client


@pytest.mark.parametrize("name", ["built/app.js", "built/styles.css", "built/icons.svg"])
def test_file_is_sent_small_and_kept_by_the_browser(client: Client, name: str) -> None:
    address = static(name)

    sent = client.get(address, headers={"accept-encoding": "gzip"})

    assert address != f"/static/{name}"
    assert "immutable" in sent.headers["Cache-Control"]
    assert sent.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(sent.getvalue())
