"""A calendar that came by mail."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mail:
    """`message_id` is the filed mail's, `sender` its address. Not `believed`: servers on its way say that it is not from there."""

    message_id: int
    sender: str
    believed: bool
    content: bytes
