"""Delivery reports (RFC 3464): which mail did not reach whom, and why."""

import re
from typing import NamedTuple

from jembatan.correspondence.formats.header_block import decoded, fields, split_head
from jembatan.correspondence.formats.identity import own_id
from jembatan.correspondence.formats.message import Attachment, Mail

STATUS_TYPE = "message/delivery-status"
ORIGINAL_TYPES = {"message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers"}
STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
EMAIL = re.compile(r"[^\s<>;,\"]+@[^\s<>;,\"]+")
BLANK = re.compile(rb"(?:\r?\n[ \t]*){2,}")
LONGEST_WORDS = 500
MOST_FAILURES = 500
NO_SUCH_ADDRESS = {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"}


class Failure(NamedTuple):
    """An address (lower case) that the mail did not reach; `status` is that of RFC 3463 ("5.1.1"), "" where none is told."""

    email: str
    status: str
    words: str


class DeliveryReport(NamedTuple):
    """`failed_id` is the Message-ID of the mail that the report is about, "" where it does not say."""

    failed_id: str
    failures: tuple[Failure, ...]


def delivery_report(mail: Mail) -> DeliveryReport | None:
    """What the report says, if this mail is one; delays and successes are no failures."""
    statuses = [each for each in mail.attachments if each.type == STATUS_TYPE]
    if not statuses:
        return None
    found = {failure.email: failure for each in statuses for failure in _failures(each.content)}
    return DeliveryReport(_original_id(mail.attachments), tuple(found.values())[:MOST_FAILURES])


def _failures(content: bytes) -> list[Failure]:
    found = []
    for block in BLANK.split(content.strip()):
        facts = {name: decoded(values[0]) for name, values in fields(block).items()}
        action = facts.get(b"action", "").partition(";")[0].strip().lower()
        status = STATUS.search(facts.get(b"status", "") or facts.get(b"diagnostic-code", ""))
        permanent = status is not None and status[1] == "5"
        if action != "failed" and not (permanent and not action):
            continue
        email = EMAIL.search(facts.get(b"original-recipient", "")) or EMAIL.search(
            facts.get(b"final-recipient", "")
        )
        if email:
            words = " ".join(facts.get(b"diagnostic-code", "").partition(";")[2].split())
            found.append(Failure(email[0].lower()[:320], status[0] if status else "", words[:LONGEST_WORDS]))
    return found


def _original_id(attachments: tuple[Attachment, ...]) -> str:
    for each in attachments:
        if each.type in ORIGINAL_TYPES:
            head, _body = split_head(each.content.lstrip(b"\r\n"))
            names = fields(head).get(b"message-id")
            if names and (found := own_id(decoded(names[0]))):
                return found
    return ""
