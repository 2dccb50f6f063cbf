"""What correspondence offers to other rooms."""


def connect() -> None:
    """Register it."""
    _followers()
    _history()
    _importer()
    _journal()
    _ourselves()
    _pages()
    _search()
    _statements()


def _followers() -> None:
    """An address belongs to whoever its bearer turns out to be."""
    from django.db.models.functions import Lower

    from jembatan.correspondence.models import GlossaryTerm, MarkingLimit, Sender, Statement
    from jembatan.directory.actions.following import register_follower

    register_follower(Sender, "person")
    register_follower(Sender, "organisation")
    register_follower(Statement, "organisation")
    register_follower(GlossaryTerm, "organisation", once=("language", Lower("avoid")))
    register_follower(MarkingLimit, "organisation", once=())


def _history() -> None:
    from django.urls import reverse

    from jembatan.correspondence.models import (
        GlossaryTerm,
        MarkingLimit,
        OutgoingServer,
        RuleTuning,
        SendingAddress,
        Thread,
    )
    from jembatan.correspondence.queries.history import state_told
    from jembatan.platform.audit.tracked import register_address, register_told

    register_address(Thread, lambda pk: reverse("correspondence:thread", args=[pk]))
    register_address(OutgoingServer, lambda pk: reverse("correspondence:sending_server", args=[pk]))
    register_address(SendingAddress, lambda pk: reverse("correspondence:sending_address", args=[pk]))
    register_told(Thread, "done_at", state_told)
    register_address(GlossaryTerm, lambda pk: reverse("correspondence:glossary"))
    register_address(MarkingLimit, lambda pk: reverse("correspondence:preflight_rules"))
    register_address(RuleTuning, lambda pk: reverse("correspondence:preflight_rules"))


def _importer() -> None:
    from jembatan.correspondence.importer.mail import MailImporter
    from jembatan.correspondence.importer.whatsapp import WhatsAppImporter
    from jembatan.platform.imports.importer import register

    register(MailImporter())
    register(WhatsAppImporter())


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.filing.lines import CHAT_RECEIVED, CHAT_SENT, RECEIVED, SENT
    from jembatan.correspondence.actions.preflight.said import KIND
    from jembatan.correspondence.queries.notes import NOTE, SOURCE
    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source

    register_kind(EntryKind(RECEIVED, _("Mail received"), "mail", _("Mail"), contact=True))
    register_kind(EntryKind(SENT, _("Mail sent"), "send", _("Mail"), contact=True))
    register_kind(EntryKind(NOTE, _("Internal note on mail"), "lock", _("Mail")))
    chat = _("Chats")
    register_kind(
        EntryKind(CHAT_RECEIVED, _("Chat message received"), "message-circle", chat, contact=True, folds=True)
    )
    register_kind(
        EntryKind(CHAT_SENT, _("Chat message sent"), "message-circle", chat, contact=True, folds=True)
    )
    register_kind(EntryKind(KIND, _("Pre-flight check changed"), "list-checks", _("Pre-flight check")))
    register_source(SourceKind(SOURCE, lambda pk: reverse("correspondence:message", args=[pk])))


def _ourselves() -> None:
    from jembatan.accounts.events import OurAddressesChanged
    from jembatan.correspondence.actions.filing.ourselves import follow_addresses
    from jembatan.platform.events import listen

    listen(OurAddressesChanged, follow_addresses)


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.outbox.checks import register_check
    from jembatan.correspondence.actions.outbox.preflight import ask_preflight
    from jembatan.correspondence.events import MailQueued, SenderLinked
    from jembatan.correspondence.jobs import defer_sending, defer_timelines
    from jembatan.correspondence.web import panels
    from jembatan.platform.events import listen
    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    register_place(Place("inbox", _("Inbox"), "correspondence:inbox", "inbox", "g i", 20))
    register_command(
        Command("screener", _("Screen unknown senders"), "correspondence:screener", "shield-question-mark")
    )
    register_command(
        Command("new_mail", _("New mail"), "correspondence:new_mail", "mail-plus", rights="write")
    )
    register_command(
        Command("outbox", _("Drafts and outbox"), "correspondence:outbox", "send", rights="write")
    )
    register_command(Command("mailboxes", _("Mail accounts"), "correspondence:mailboxes", "list-checks"))
    for page in ("today", "correspondence.inbox.top"):
        fill(page, panels.outbox_trouble, order=5)
    fill("today", panels.waiting_on_us, order=20)
    fill("today", panels.waiting_on_others, order=30)
    for party in ("organisation", "person"):
        fill(f"directory.{party}.top", panels.turn_with, order=20)
        fill(f"directory.{party}.top", panels.came_back, order=5)
        fill(f"directory.{party}.panels", panels.latest_mail, order=20)
    register_command(
        Command(
            "preflight",
            _("Settings of the pre-flight check"),
            "correspondence:preflight_rules",
            "list-checks",
        )
    )
    register_command(Command("glossary", _("Glossary"), "correspondence:glossary", "book-open"))
    fill("accounts.settings.tabs", panels.settings_tabs, order=20)
    fill("dossiers.dossier.panels", panels.threads_of_dossier, order=20)
    fill("accounts.settings.tabs", panels.sending_tab)
    fill("correspondence.draft.checks", panels.draft_findings)
    register_check(ask_preflight)
    listen(SenderLinked, defer_timelines)
    listen(MailQueued, defer_sending)


def _search() -> None:
    from jembatan.correspondence.models import Message
    from jembatan.correspondence.queries.search import MessageSource
    from jembatan.platform.search.sources import register_source
    from jembatan.platform.search.vocabulary import register_words

    register_source(MessageSource())
    register_words(Message, "subject", "from_name", "text")


def _statements() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.statements.record import RECEIVED, SENT, SETTLED, SOURCE
    from jembatan.correspondence.importer.statements import StatementImporter
    from jembatan.correspondence.models import Statement
    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.imports.importer import register
    from jembatan.platform.ui.palette import Command, register_command

    def address(pk: int) -> str:
        return reverse("correspondence:statement", args=[pk])

    register(StatementImporter())
    group = _("Statements")
    register_kind(EntryKind(RECEIVED, _("Statement received"), "file-text", group, contact=True))
    register_kind(EntryKind(SENT, _("Statement sent"), "file-text", group, contact=True))
    register_kind(EntryKind(SETTLED, _("Outcome of a statement"), "check", group))
    register_source(SourceKind(SOURCE, address))
    register_address(Statement, address)
    register_command(Command("statements", _("Statements"), "correspondence:statements", "file-text"))
