"""Mailboxes, messages and the threads they make; formal statements."""

from jembatan.correspondence.models.attachment import MessageAttachment
from jembatan.correspondence.models.bounce import Bounce
from jembatan.correspondence.models.draft import Draft, DraftAttachment, DraftVersion
from jembatan.correspondence.models.mailbox import Mailbox, MailboxAccount
from jembatan.correspondence.models.message import Message, Recipient
from jembatan.correspondence.models.outgoing_mail import OutgoingMail, OutgoingReceiver, SendAttempt
from jembatan.correspondence.models.outgoing_server import OutgoingServer, SendingAddress
from jembatan.correspondence.models.preflight import GlossaryTerm, MarkingLimit, RuleTuning
from jembatan.correspondence.models.read_back import ReadBack, ReadBackAnswer, ReadBackReceiver
from jembatan.correspondence.models.sender import Sender
from jembatan.correspondence.models.statement import Statement, StatementReference
from jembatan.correspondence.models.thread import Thread, ThreadLink, ThreadMove
from jembatan.correspondence.models.translations import (
    DraftTranslation,
    MessageTranslation,
    TranslationServer,
)
from jembatan.correspondence.models.unfinished_note import UnfinishedNote

__all__ = [
    "Bounce",
    "Draft",
    "DraftAttachment",
    "DraftTranslation",
    "DraftVersion",
    "GlossaryTerm",
    "Mailbox",
    "MailboxAccount",
    "MarkingLimit",
    "Message",
    "MessageAttachment",
    "MessageTranslation",
    "OutgoingMail",
    "OutgoingReceiver",
    "OutgoingServer",
    "ReadBack",
    "ReadBackAnswer",
    "ReadBackReceiver",
    "Recipient",
    "RuleTuning",
    "SendAttempt",
    "Sender",
    "SendingAddress",
    "Statement",
    "StatementReference",
    "Thread",
    "ThreadLink",
    "ThreadMove",
    "TranslationServer",
    "UnfinishedNote",
]
