"""`EMAIL_URL`."""

import pytest

from jembatan.config.letters import CONSOLE, SMTP, letters_leave, mailer


def test_without_a_server_letters_stay_on_the_console(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EMAIL_URL", raising=False)
    assert (letters_leave(), mailer()) == (False, {"BACKEND": CONSOLE})


@pytest.mark.parametrize(
    ("address", "options"),
    [
        ("smtp://mail.example", {"host": "mail.example", "port": 25, "timeout": 20}),
        (
            "smtp+tls://desk%40a.example:s%3Acret@mail.example",
            {
                "host": "mail.example",
                "port": 587,
                "timeout": 20,
                "use_tls": True,
                "username": "desk@a.example",
                "password": "s:cret",
            },
        ),
        ("smtps://mail.example:1465", {"host": "mail.example", "port": 1465, "timeout": 20, "use_ssl": True}),
    ],
)
def test_server_is_read(monkeypatch: pytest.MonkeyPatch, address: str, options: dict[str, object]) -> None:
    monkeypatch.setenv("EMAIL_URL", address)
    assert letters_leave()
    assert mailer() == {"BACKEND": SMTP, "OPTIONS": options}


@pytest.mark.parametrize("address", ["mail.example", "https://mail.example", "smtp://"])
def test_other_addresses_are_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("EMAIL_URL", address)
    with pytest.raises(ValueError, match="EMAIL_URL has to look like"):
        mailer()
