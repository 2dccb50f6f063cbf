"""A calendar that came by mail."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mail:
    """`message_id` is the filed mail's, `sender` its address. Not `believed`: servers on its way say that it is not from there.

    `batch_id` is the import that brought it: taking that back takes back what the mail made of meetings.
    """

    message_id: int
    sender: str
    believed: bool
    content: bytes
    batch_id: int | None = None
