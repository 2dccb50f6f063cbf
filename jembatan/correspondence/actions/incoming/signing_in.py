"""What a stored login needs to sign in now: its opened password, or an access token for an hour."""

from jembatan.correspondence.models import IncomingServer
from jembatan.correspondence.servers.imap import Server
from jembatan.correspondence.servers.imap_troubles import IncomingTrouble
from jembatan.correspondence.servers.oauth import Grant, tokens_by
from jembatan.correspondence.servers.troubles import Trouble
from jembatan.platform.sealing import Unsealable, seal, unseal


def server_of(stored: IncomingServer) -> Server:
    """Raises `ServerTrouble`. A refresh token that the provider has replaced is kept before the access token is used."""
    try:
        password = unseal(stored.sealed_password)
        secret, refresh = unseal(stored.sealed_client_secret), unseal(stored.sealed_refresh_token)
    except Unsealable:
        raise IncomingTrouble(Trouble.UNREADABLE_PASSWORD) from None
    facts = (stored.host, stored.port, stored.security, stored.username)
    if stored.sign_in == IncomingServer.SignIn.PASSWORD:
        return Server(*facts, password=password)
    tokens = tokens_by(Grant(stored.token_url, stored.client_id, secret, refresh))
    if tokens.refresh_token != refresh:
        sealed = IncomingServer.objects.filter(pk=stored.pk, sealed_refresh_token=stored.sealed_refresh_token)
        sealed.update(sealed_refresh_token=seal(tokens.refresh_token))
    return Server(*facts, access_token=tokens.access_token)
