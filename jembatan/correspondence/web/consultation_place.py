"""The page on which a question stands."""

from django.urls import reverse

from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.matters import matter_of


def place_of(consultation: Consultation) -> str:
    """The record that it is about, the conversation, or the draft."""
    matter = matter_of(consultation)
    if matter is not None and consultation.matter_id is not None:
        return matter.page(consultation.matter_id)
    if consultation.message is not None:
        return reverse("correspondence:thread", args=[consultation.message.thread_id])
    return reverse("correspondence:draft", args=[consultation.draft_id])
