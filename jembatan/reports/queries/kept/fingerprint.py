"""Exactly what an edition of a report holds, as one number: whatever people change in it, and reading it anew, changes that."""

import json
from hashlib import sha256

from jembatan.reports.models import Report


def fingerprint(report: Report) -> str:
    """Of the written parts, of what is set and left out, and of the moment as of which the journal is read."""
    texts = {part.name: settled(part.text) for part in report.parts.all()} if report.pk else {}
    holds = {
        "parts": {name: text for name, text in texts.items() if text},
        "marking": report.marking,
        "language": report.language,
        "left_out": sorted(report.left_out),
        "hidden": sorted(report.hidden),
        "as_of": report.as_of.isoformat(),
    }
    return sha256(json.dumps(holds, sort_keys=True).encode()).hexdigest()


def settled(text: str) -> str:
    """With the line ends that are kept, and nothing at its end: browsers send others."""
    return text.replace("\r\n", "\n").rstrip()
