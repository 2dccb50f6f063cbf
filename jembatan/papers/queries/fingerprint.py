"""Exactly what is cleared of a paper, as one number: whatever people change in it changes that."""

import json
from hashlib import sha256

from jembatan.papers.models import Paper


def fingerprint(paper: Paper) -> str:
    """Of the written parts and of what is set. The record moves on by itself: what of it was cleared is kept with the question."""
    holds = {"parts": words_now(paper) if paper.pk else {}, **paper.set_beside}
    return sha256(json.dumps(holds, sort_keys=True).encode()).hexdigest()


def words_now(paper: Paper) -> dict[str, str]:
    """The parts that say something, by name, in the order in which they were begun."""
    texts = {part.name: settled(part.text) for part in paper.parts.order_by("pk")}
    return {name: text for name, text in texts.items() if text}


def settled(text: str) -> str:
    """With the line ends that are kept, and nothing at its end: browsers send others."""
    return text.replace("\r\n", "\n").rstrip()
