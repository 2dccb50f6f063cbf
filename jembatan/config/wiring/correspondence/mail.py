"""Mail that came in: how it is imported, found, shown elsewhere and told in the journal."""


def connect() -> None:
    """Register it."""
    _addresses()
    _importers()
    _journal()
    _pages()
    _search()


def _addresses() -> None:
    """An address belongs to whoever its bearer turns out to be."""
    from jembatan.accounts.events import OurAddressesChanged
    from jembatan.correspondence.actions.filing.ourselves import follow_addresses
    from jembatan.correspondence.events import SenderLinked
    from jembatan.correspondence.jobs import defer_timelines
    from jembatan.correspondence.models import Sender
    from jembatan.directory.actions.following import register_follower
    from jembatan.platform.events import listen

    register_follower(Sender, "person")
    register_follower(Sender, "organisation")
    listen(OurAddressesChanged, follow_addresses)
    listen(SenderLinked, defer_timelines)


def _importers() -> None:
    from jembatan.correspondence.importer.mail import MailImporter
    from jembatan.correspondence.importer.whatsapp import WhatsAppImporter
    from jembatan.platform.imports.importer import register

    register(MailImporter())
    register(WhatsAppImporter())


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.filing.lines import CHAT_RECEIVED, CHAT_SENT, RECEIVED, SENT
    from jembatan.correspondence.actions.vouching import DOUBTED, VOUCHED
    from jembatan.correspondence.models import Thread
    from jembatan.correspondence.queries.history import state_told
    from jembatan.correspondence.queries.notes import NOTE, SOURCE
    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.platform.audit.tracked import register_address, register_told
    from jembatan.platform.ui.addresses import record_address

    register_kind(EntryKind(RECEIVED, _("Mail received"), "mail", _("Mail"), contact=True))
    register_kind(EntryKind(SENT, _("Mail sent"), "send", _("Mail"), contact=True))
    register_kind(EntryKind(NOTE, _("Internal note on mail"), "lock", _("Mail")))
    register_kind(EntryKind(VOUCHED, _("Mail found to be really from us"), "shield-check", _("Mail")))
    register_kind(EntryKind(DOUBTED, _("Mail found not to be from us"), "shield-alert", _("Mail")))
    chat = _("Chats")
    register_kind(
        EntryKind(CHAT_RECEIVED, _("Chat message received"), "message-circle", chat, contact=True, folds=True)
    )
    register_kind(
        EntryKind(CHAT_SENT, _("Chat message sent"), "message-circle", chat, contact=True, folds=True)
    )
    register_source(SourceKind(SOURCE, lambda pk: record_address("correspondence:message", pk)))
    register_address(Thread, lambda pk: reverse("correspondence:thread", args=[pk]))
    register_told(Thread, "done_at", state_told)


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.queries.turns import TURNS, parties_with_turn
    from jembatan.correspondence.web import conversations, panels
    from jembatan.directory.queries.narrowing import Narrowing, register_narrowing
    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    register_place(Place("inbox", _("Inbox"), "correspondence:inbox", "inbox", "g i", 20))
    register_command(
        Command("screener", _("Screen unknown senders"), "correspondence:screener", "shield-question-mark")
    )
    register_command(Command("mailboxes", _("Mail accounts"), "correspondence:mailboxes", "list-checks"))
    for party in ("organisation", "person"):
        fill(f"directory.{party}.top", conversations.turn_with, order=20)
        fill(f"directory.{party}.top", panels.came_back, order=5)
        fill(f"directory.{party}.panels", panels.latest_mail, order=20)
    fill("dossiers.dossier.panels", conversations.threads_of_dossier, order=20)
    register_narrowing(Narrowing("turn", _("Whose turn"), TURNS, parties_with_turn))


def _search() -> None:
    from jembatan.correspondence.models import Message
    from jembatan.correspondence.queries.search import MessageSource
    from jembatan.platform.search.sources import register_source
    from jembatan.platform.search.vocabulary import register_words

    register_source(MessageSource())
    register_words(Message, "subject", "from_name", "text")
