"""What reports keep of their own."""

from jembatan.reports.models.programme import Programme

__all__ = ["Programme"]
