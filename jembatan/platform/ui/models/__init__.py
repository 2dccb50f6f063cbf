"""What the interface remembers for its users."""

from jembatan.platform.ui.models.saved_view import SavedView

__all__ = ["SavedView"]
