"""Settings: the mailboxes on servers that the desk's mail comes from, and how each of them stands. The head's page."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.incoming.servers import pause_incoming, remove_incoming, try_incoming
from jembatan.correspondence.models import IncomingFolder, IncomingServer, ServerMove
from jembatan.correspondence.queries.incoming import (
    Progress,
    hindered_moves,
    incoming_servers,
    progress_of_moves,
)
from jembatan.correspondence.queries.mailboxes import Accounts, mailbox_accounts
from jembatan.correspondence.servers.troubles import RECEIVING, ServerTrouble, told
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@dataclass(frozen=True, slots=True)
class FolderLine:
    """A folder, what of it has been read (None: nothing yet), how far moving in it is, and in a sentence what hinders either."""

    folder: IncomingFolder
    accounts: Accounts | None
    trouble: str
    hindered: str
    progress: Progress | None


@dataclass(frozen=True, slots=True)
class ServerLine:
    """A mailbox with its folders."""

    server: IncomingServer
    folders: list[FolderLine]


@desk_page
def receiving(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The list."""
    servers = list(incoming_servers(actor))
    accounts = {each.mailbox.pk: each for each in mailbox_accounts(actor)} if servers else {}
    moves = hindered_moves(actor) if servers else {}
    progress = progress_of_moves(actor) if servers else {}
    lines = [
        ServerLine(
            server,
            [
                _line(each, accounts, moves.get(each.pk), progress.get(each.pk))
                for each in server.folders.all()
            ],
        )
        for server in servers
    ]
    return render(request, "correspondence/receiving.html", {"lines": lines})


@require_POST
@desk_page
def receiving_trial(request: HttpRequest, actor: Actor, incoming_id: int) -> HttpResponse:
    """ "Test the connection": what is wrong, in a sentence, or that all is well."""
    stored = get_object_or_404(incoming_servers(actor), pk=incoming_id)
    try:
        try_incoming(actor, stored)
    except ServerTrouble as trouble:
        toast(request, str(trouble), tone="danger")
    else:
        toast(request, _("The connection to %(server)s works.") % {"server": stored.host})
    return redirect("correspondence:receiving")


@require_POST
@desk_page
def receiving_pause(request: HttpRequest, actor: Actor, incoming_id: int) -> HttpResponse:
    """Nothing is fetched for now."""
    pause_incoming(actor, get_object_or_404(incoming_servers(actor), pk=incoming_id), paused=True)
    return redirect("correspondence:receiving")


@require_POST
@desk_page
def receiving_return(request: HttpRequest, actor: Actor, incoming_id: int) -> HttpResponse:
    """It goes on, with what came meanwhile."""
    pause_incoming(actor, get_object_or_404(incoming_servers(actor), pk=incoming_id), paused=False)
    return redirect("correspondence:receiving")


@require_POST
@desk_page
def receiving_removal(request: HttpRequest, actor: Actor, incoming_id: int) -> HttpResponse:
    """The login is forgotten; its mail stays."""
    remove_incoming(actor, get_object_or_404(incoming_servers(actor), pk=incoming_id))
    toast(request, _("The mailbox is no longer read. Its mail stays here."))
    return redirect("correspondence:receiving")


def _line(
    folder: IncomingFolder, accounts: dict[int, Accounts], move: ServerMove | None, progress: Progress | None
) -> FolderLine:
    trouble = told(folder.trouble, folder.words, ports=RECEIVING) if folder.trouble else ""
    hindered = told(move.trouble, move.words, ports=RECEIVING) if move else ""
    return FolderLine(folder, accounts.get(folder.mailbox_id or 0), trouble, hindered, progress)
