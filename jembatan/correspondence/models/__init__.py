"""Mailboxes, messages and the threads they make; formal statements."""

from jembatan.correspondence.models.announcement import (
    Announcement,
    AnnouncementReceiver,
    Consent,
    ContactList,
    ContactListMember,
)
from jembatan.correspondence.models.attachment import MessageAttachment
from jembatan.correspondence.models.bounce import Bounce
from jembatan.correspondence.models.clearance import Clearance
from jembatan.correspondence.models.clearance_rule import ClearanceRule, Clearer
from jembatan.correspondence.models.clock import AnsweringTime, DayOff, DeskClock
from jembatan.correspondence.models.confirmation import Confirmation
from jembatan.correspondence.models.consultation import Consultation, ConsultationReminder
from jembatan.correspondence.models.draft import Draft, DraftAttachment, DraftVersion
from jembatan.correspondence.models.incoming_server import IncomingFolder, IncomingServer
from jembatan.correspondence.models.letter_template import LetterTemplate
from jembatan.correspondence.models.line import (
    InsertedLine,
    Line,
    LineHearer,
    LineSetting,
    LineUse,
    LineVersion,
)
from jembatan.correspondence.models.mailbox import Mailbox, MailboxAccount
from jembatan.correspondence.models.message import Message, Recipient
from jembatan.correspondence.models.number_series import NumberSeries, ReservedNumber
from jembatan.correspondence.models.outgoing_mail import OutgoingMail, OutgoingReceiver, SendAttempt
from jembatan.correspondence.models.outgoing_server import OutgoingServer, SendingAddress
from jembatan.correspondence.models.preflight import GlossaryTerm, MarkingLimit, RuleTuning
from jembatan.correspondence.models.presence import Presence
from jembatan.correspondence.models.read_back import ReadBack, ReadBackAnswer, ReadBackReceiver
from jembatan.correspondence.models.reminder import Reminder, ReminderByMail, ReminderRules
from jembatan.correspondence.models.sender import Sender
from jembatan.correspondence.models.server_copy import ServerCopy
from jembatan.correspondence.models.server_move import ServerMove
from jembatan.correspondence.models.snooze import Snooze
from jembatan.correspondence.models.statement import Statement
from jembatan.correspondence.models.statement_file import StatementFile
from jembatan.correspondence.models.statement_letter import StatementLetter
from jembatan.correspondence.models.statement_mention import StatementMention
from jembatan.correspondence.models.statement_reference import StatementReference
from jembatan.correspondence.models.thread import Thread, ThreadLink, ThreadMove
from jembatan.correspondence.models.translations import (
    DraftTranslation,
    MessageTranslation,
    TranslationServer,
)
from jembatan.correspondence.models.unfinished_note import UnfinishedNote
from jembatan.correspondence.models.vouch import Vouch

__all__ = [
    "Announcement",
    "AnnouncementReceiver",
    "AnsweringTime",
    "Bounce",
    "Clearance",
    "ClearanceRule",
    "Clearer",
    "Confirmation",
    "Consent",
    "Consultation",
    "ConsultationReminder",
    "ContactList",
    "ContactListMember",
    "DayOff",
    "DeskClock",
    "Draft",
    "DraftAttachment",
    "DraftTranslation",
    "DraftVersion",
    "GlossaryTerm",
    "IncomingFolder",
    "IncomingServer",
    "InsertedLine",
    "LetterTemplate",
    "Line",
    "LineHearer",
    "LineSetting",
    "LineUse",
    "LineVersion",
    "Mailbox",
    "MailboxAccount",
    "MarkingLimit",
    "Message",
    "MessageAttachment",
    "MessageTranslation",
    "NumberSeries",
    "OutgoingMail",
    "OutgoingReceiver",
    "OutgoingServer",
    "Presence",
    "ReadBack",
    "ReadBackAnswer",
    "ReadBackReceiver",
    "Recipient",
    "Reminder",
    "ReminderByMail",
    "ReminderRules",
    "ReservedNumber",
    "RuleTuning",
    "SendAttempt",
    "Sender",
    "SendingAddress",
    "ServerCopy",
    "ServerMove",
    "Snooze",
    "Statement",
    "StatementFile",
    "StatementLetter",
    "StatementMention",
    "StatementReference",
    "Thread",
    "ThreadLink",
    "ThreadMove",
    "TranslationServer",
    "UnfinishedNote",
    "Vouch",
]
