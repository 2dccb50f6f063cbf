"""What platform offers to other rooms."""


def connect() -> None:
    """Register it."""
    from django.utils.translation import gettext_lazy as _

    from jembatan.platform.lookups import install
    from jembatan.platform.ui.navigation import Place, register_place

    install()
    register_place(Place("today", _("Today"), "ui:today", "sun", "g h", 10))
    _connect_imports()
    _connect_books()
    _connect_search()
    _connect_audit()
    _connect_guide()


def _connect_imports() -> None:
    """Jobs work for the member who planned the import, with the rights of today."""
    from django.utils.translation import gettext_lazy as _

    from jembatan.accounts.actor import Actor
    from jembatan.accounts.queries.actors import actor_for
    from jembatan.platform.imports.acting import actors_come_from
    from jembatan.platform.imports.models import Batch
    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command

    def planner(batch: Batch) -> Actor | None:
        actor = actor_for(batch.user, desk_id=batch.desk_id) if batch.user else None
        return actor if actor and actor.desk.pk == batch.desk_id else None

    actors_come_from(planner)
    register_place(
        Place("imports", _("Imports"), "imports:imports", "import", "g u", 10, section="foot", rights="send")
    )
    register_command(
        Command(
            "imports", _("Import contacts, mail or calendars"), "imports:imports", "import", rights="send"
        )
    )


def _connect_books() -> None:
    """After an import the texts of the books are written as soon as a worker is free."""
    from django.db import transaction

    from jembatan.platform.dav.jobs import renew_soon
    from jembatan.platform.events import listen
    from jembatan.platform.imports.events import BatchCommitted, BatchRolledBack

    def renew(event: BatchCommitted | BatchRolledBack) -> None:
        transaction.on_commit(lambda: renew_soon(event.actor.desk))

    listen(BatchCommitted, renew)
    listen(BatchRolledBack, renew)


def _connect_search() -> None:
    """What an import brought in is learnt as soon as a worker is free."""
    from jembatan.platform.events import listen
    from jembatan.platform.imports.events import BatchCommitted
    from jembatan.platform.search.jobs import learn_soon

    listen(BatchCommitted, lambda _event: learn_soon())


def _connect_audit() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.platform.ui.navigation import Place, register_place

    register_place(
        Place("audit", _("Audit"), "audit:audit", "shield-check", "", 20, section="foot", rights="clear")
    )


def _connect_guide() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.platform.guide.web.panels import reading
    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.slots import fill

    fill("shell.help", reading)
    register_place(Place("help", _("Help"), "guide:contents", "book-open", "", 40, section="foot"))
