"""The vocabulary that typing errors are corrected against."""

from jembatan.platform.search.models.word import Learned, Word

__all__ = ["Learned", "Word"]
