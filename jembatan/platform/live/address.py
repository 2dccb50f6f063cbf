"""Where browsers find the stream: by the address of the installation, or on a port of their own beside the web's."""

from django.conf import settings


def stream_address(host: str, *, secure: bool) -> str:
    """For a page that was asked for at `host` (with its port); "" where nothing streams."""
    if settings.LIVE_URL:
        return str(settings.LIVE_URL)
    if not settings.LIVE_PORT:
        return ""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
    return f"{'https' if secure else 'http'}://{name}:{settings.LIVE_PORT}/"
