"""Counting the scores anew once something that counts has changed."""

from jembatan.recruitment.models import Application, Call
from jembatan.recruitment.queries.asked import Asked
from jembatan.recruitment.queries.score import parts_of, scored, total

CHUNK = 500


def rescore(application: Application) -> None:
    """One, inside the caller's transaction."""
    fresh = scored(Application.objects.filter(pk=application.pk)).get()
    application.score = total(parts_of(fresh, asked=Asked.by(fresh.call)))
    application.save(update_fields=["score"])


def rescore_all(call: Call) -> None:
    """All of a call, inside the caller's transaction."""
    asked = Asked.by(call)
    rows = []
    for application in scored(Application.objects.filter(call=call)).iterator(chunk_size=CHUNK):
        application.score = total(parts_of(application, asked=asked))
        rows.append(application)
        if len(rows) == CHUNK:
            Application.objects.bulk_update(rows, ["score"])
            rows = []
    Application.objects.bulk_update(rows, ["score"])
