"""Exactly what is cleared of a brief, as one number: whatever people change in it changes that."""

import json
from hashlib import sha256

from jembatan.briefings.models import Brief


def fingerprint(brief: Brief) -> str:
    """Of the written parts and of what is set. The record moves on by itself: what of it was cleared is kept with the clearance."""
    texts = {part.name: settled(part.text) for part in brief.parts.all()} if brief.pk else {}
    holds = {
        "parts": {name: text for name, text in texts.items() if text},
        "marking": brief.marking,
        "language": brief.language,
        "expires_at": int(brief.expires_at.timestamp()),
    }
    return sha256(json.dumps(holds, sort_keys=True).encode()).hexdigest()


def settled(text: str) -> str:
    """With the line ends that are kept, and nothing at its end: browsers send others."""
    return text.replace("\r\n", "\n").rstrip()
