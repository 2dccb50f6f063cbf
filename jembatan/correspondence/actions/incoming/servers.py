"""Which mailboxes on servers are watched: for the head to settle."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.incoming.moves import wish_for_what_is_done
from jembatan.correspondence.actions.incoming.signing_in import server_of
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import IncomingFolder, IncomingServer, ServerMove
from jembatan.correspondence.servers.imap import connected
from jembatan.correspondence.servers.oauth import LOOPBACK, is_private
from jembatan.platform.access import require_head
from jembatan.platform.sealing import seal

CHANNEL = "jembatan_incoming"
PLACE = ("host", "port", "username")  # numbers of messages mean something there alone


@dataclass(frozen=True, slots=True)
class Secrets:
    """What was typed; None keeps what is stored."""

    password: str | None = field(default=None, repr=False)
    client_secret: str | None = field(default=None, repr=False)
    refresh_token: str | None = field(default=None, repr=False)


@transaction.atomic
def keep_incoming(
    actor: Actor,
    server: IncomingServer | None,
    *,
    facts: dict[str, str | int],
    folders: Sequence[str],
    secrets: Secrets,
) -> IncomingServer:
    """A new server, or other facts of one; `facts` are its fields. It is watched within seconds.

    Raises `Refused` for one that is there already, and where a secret would go elsewhere than where it was typed for.
    """
    require_head(actor)
    kept = IncomingServer(desk=actor.desk)
    if server is not None:
        kept = IncomingServer.objects.select_for_update().get(pk=server.pk, desk=actor.desk)
    before = kept.done_folder
    _check_secrets(kept, facts, secrets)
    if kept.pk and any(getattr(kept, name) != facts[name] for name in PLACE):
        kept.folders.update(uid_validity=0, last_uid=0)
    for name, value in facts.items():
        setattr(kept, name, value)
    _check_privacy(kept)
    if kept.done_folder in folders:
        raise Refused(_("What is done needs a folder that is not read itself."))
    _seal(kept, secrets)
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        raise Refused(_("This mailbox is there already.")) from None
    _keep_folders(kept, folders)
    wishes = ServerMove.objects.filter(folder__server=kept, moved_at__isnull=True)
    wishes.exclude(target=kept.done_folder).delete()
    if kept.done_folder and kept.done_folder != before:
        wish_for_what_is_done(kept)
    tell_watchers(kept.pk)
    return kept


@transaction.atomic
def remove_incoming(actor: Actor, server: IncomingServer) -> None:
    """Forget the login; what was fetched stays."""
    require_head(actor)
    IncomingServer.objects.select_for_update().get(pk=server.pk, desk=actor.desk).delete()
    tell_watchers(server.pk)


@transaction.atomic
def pause_incoming(actor: Actor, server: IncomingServer, *, paused: bool) -> IncomingServer:
    """Nothing is fetched until it goes on; then what came meanwhile is."""
    require_head(actor)
    kept = IncomingServer.objects.select_for_update().get(pk=server.pk, desk=actor.desk)
    kept.paused_at = timezone.now() if paused else None
    kept.save(update_fields=["paused_at"])
    tell_watchers(kept.pk)
    return kept


def try_incoming(actor: Actor, server: IncomingServer) -> None:
    """Connect, encrypt, sign in and open each folder. Raises `ServerTrouble` with a sentence that says what to do."""
    require_head(actor)
    stored = IncomingServer.objects.get(pk=server.pk, desk=actor.desk)
    with connected(server_of(stored)) as conversation:
        for folder in stored.folders.order_by("pk"):
            conversation.open(folder.name)


def tell_watchers(server_id: int) -> None:
    """At the commit, the process that watches begins anew with this server."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, str(server_id)])


def _check_secrets(kept: IncomingServer, facts: dict[str, str | int], secrets: Secrets) -> None:
    moved = kept.host != facts["host"] and kept.sealed_password and secrets.password is None
    if kept.pk and moved:
        raise Refused(_("Type the password again: it was stored for another server."))
    elsewhere = kept.token_url and kept.token_url != facts["token_url"]
    if kept.pk and elsewhere and kept.sealed_refresh_token and secrets.refresh_token is None:
        if facts["sign_in"] == IncomingServer.SignIn.PASSWORD:
            kept.sealed_refresh_token = ""  # nothing is sent with it now, and to the other address never
            return
        raise Refused(_("Type the refresh token again: it was stored for another address."))


def _check_privacy(kept: IncomingServer) -> None:
    if kept.security == IncomingServer.Security.NONE and kept.host not in LOOPBACK:
        raise Refused(_("Without encryption only a server on this machine can be used."))
    if kept.token_url and not is_private(kept.token_url):
        raise Refused(_("The address that gives tokens has to begin with https://."))


def _seal(kept: IncomingServer, secrets: Secrets) -> None:
    for column, typed in (
        ("sealed_password", secrets.password),
        ("sealed_client_secret", secrets.client_secret),
        ("sealed_refresh_token", secrets.refresh_token),
    ):
        if typed is not None:
            setattr(kept, column, seal(typed) if typed else "")


def _keep_folders(server: IncomingServer, names: Sequence[str]) -> None:
    """A folder that stays keeps its position."""
    server.folders.exclude(name__in=names).delete()
    IncomingFolder.objects.bulk_create(
        (IncomingFolder(server=server, name=name) for name in names), ignore_conflicts=True
    )
