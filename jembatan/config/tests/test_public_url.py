"""Where the desk is reached, when nobody has said so."""

from pathlib import Path
from typing import IO

import pytest

from jembatan.config.public_url import FILE, public_url, remember_port, running_port


@pytest.fixture(autouse=True)
def _not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PUBLIC_URL", raising=False)


def listening(home: Path, port: int) -> IO[bytes]:
    """What the web holds while it listens there."""
    held = remember_port(home, port)
    assert held is not None
    return held


def test_running_web_is_found_until_it_ends(tmp_path: Path) -> None:
    assert public_url(tmp_path) == "http://localhost:8000"
    held = listening(tmp_path, 8107)
    assert public_url(tmp_path) == "http://localhost:8107"
    held.close()
    assert (tmp_path / FILE).read_text() == "8107"
    assert running_port(tmp_path) is None


def test_second_web_leaves_the_first_ones_port(tmp_path: Path) -> None:
    with listening(tmp_path, 8107):
        assert remember_port(tmp_path, 8108) is None
        assert running_port(tmp_path) == 8107


def test_longer_port_is_replaced_whole(tmp_path: Path) -> None:
    with listening(tmp_path, 18107):
        pass
    with listening(tmp_path, 8108):
        assert running_port(tmp_path) == 8108


def test_given_address_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://desk.example/")
    with listening(tmp_path, 8107):
        assert public_url(tmp_path) == "https://desk.example"
