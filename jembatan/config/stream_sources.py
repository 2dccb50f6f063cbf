"""What the policy of every page (Content-Security-Policy, `connect-src`) allows besides the page's own origin."""

from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1")


def stream_sources(url: str, port: str) -> list[str]:
    """Where the stream of news comes from: the origin of its address, or a port of its own on this machine."""
    if url:
        parts = urlsplit(url)
        return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []
    return [f"http://{name}:{port}" for name in LOOPBACK] if port else []
