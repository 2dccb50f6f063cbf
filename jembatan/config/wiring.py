"""The one place that knows every domain: who listens to whom, who fills which slot, which kinds can be imported."""


def connect() -> None:
    """Called once, when all apps are loaded."""
