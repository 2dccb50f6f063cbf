"""What deployment offers to other rooms."""


def connect() -> None:
    """Register it."""
