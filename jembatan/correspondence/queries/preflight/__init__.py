"""The pre-flight check of a letter with all that the desk knows."""

from jembatan.correspondence.queries.preflight.findings import findings_for

__all__ = ["findings_for"]
