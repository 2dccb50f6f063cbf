"""Mailboxes, messages and the threads they make; formal statements."""

from jembatan.correspondence.models.attachment import MessageAttachment
from jembatan.correspondence.models.mailbox import Mailbox, MailboxAccount
from jembatan.correspondence.models.message import Message, Recipient
from jembatan.correspondence.models.preflight import GlossaryTerm, MarkingLimit, RuleTuning
from jembatan.correspondence.models.sender import Sender
from jembatan.correspondence.models.statement import Statement, StatementReference
from jembatan.correspondence.models.thread import Thread, ThreadLink, ThreadMove

__all__ = [
    "GlossaryTerm",
    "Mailbox",
    "MailboxAccount",
    "MarkingLimit",
    "Message",
    "MessageAttachment",
    "Recipient",
    "RuleTuning",
    "Sender",
    "Statement",
    "StatementReference",
    "Thread",
    "ThreadLink",
    "ThreadMove",
]
