"""What a push service carries: the example of RFC 8291, and addresses that nobody outside may make us write to."""

from base64 import urlsafe_b64decode
from contextlib import suppress

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from hypothesis import given, settings
from hypothesis import strategies as some

from jembatan.field.formats.push_message import (
    Unreadable,
    base64url,
    browser_of,
    encrypted,
    point_of,
    read_base64url,
)
from jembatan.field.servers.push_service import Never, PushServices
from jembatan.field.servers.reaching import Unreachable, https_parts

RECEIVER = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
SECRET = "BTBZMqHH6r4Tts7J_aSIgg"
SENDER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
SENDER_PUBLIC = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8w"
    "EqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_message_is_the_one_of_the_standard() -> None:
    """RFC 8291, section 5 and appendix A."""
    key = derive_private_key(int.from_bytes(read_base64url(SENDER)), SECP256R1())
    assert base64url(point_of(key.public_key())) == SENDER_PUBLIC
    body = encrypted(
        b"When I grow up, I want to be a watermelon",
        browser_of(RECEIVER, SECRET),
        key=key,
        salt=read_base64url(SALT),
    )
    assert base64url(body) == BODY
    assert urlsafe_b64decode(BODY + "==")[16:20] == (4096).to_bytes(4)


def test_message_longer_than_one_record_is_refused() -> None:
    key = derive_private_key(7, SECP256R1())
    with pytest.raises(ValueError, match="one record"):
        encrypted(b"x" * 4000, browser_of(RECEIVER, SECRET), key=key, salt=bytes(16))


@settings(max_examples=40)
@given(some.text(max_size=90), some.text(max_size=30))
def test_keys_that_nobody_has_are_refused(p256dh: str, auth: str) -> None:
    with pytest.raises(Unreadable):
        browser_of(p256dh, auth)


@pytest.mark.parametrize(
    "address",
    [
        "http://push.example/1",
        "https://127.0.0.1/1",
        "https://[::1]/1",
        "https://[::ffff:10.0.0.1]/1",
        "https://10.1.2.3/1",
        "https://169.254.169.254/latest",
        "https://user@push.example/1",
        "https://push.example:nothing/",
        "https:///1",
        "https://push..example/1",
        f"https://{'a' * 64}.example/1",
        "https://push.example/\r\nX: 1",
        "file:///etc/passwd",
        "",
    ],
)
def test_address_that_is_not_everybodys_is_refused(address: str) -> None:
    with pytest.raises(Unreachable):
        https_parts(address)


@given(some.text(max_size=80))
def test_any_address_is_read_or_refused(address: str) -> None:
    with suppress(Unreachable):
        assert https_parts(f"https://{address}").scheme == "https"


@pytest.mark.parametrize("name", ["localhost", "127.1", "0x7f000001", "2130706433"])
def test_name_that_leads_to_this_machine_is_not_written_to(name: str) -> None:
    """Whatever a name looks like, the address that it resolves to counts."""
    with PushServices() as services, pytest.raises(Never, match="private"):
        services.hand_over(f"https://{name}:9/", {}, b"")
