"""What applicants say of themselves, written down: in place of what they said before."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jembatan.directory.formats.places import country_code
from jembatan.platform.files.models import StoredFile
from jembatan.programmes.models import Post
from jembatan.recruitment.actions.scoring import rescore
from jembatan.recruitment.models import Answer, Application, Certificate, Question, SpokenLanguage, Tie
from jembatan.recruitment.queries.own_data import ABOUT_THEM


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that an applicant has sent."""

    file: StoredFile
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody says of themselves. `about` has the fields of `ABOUT_THEM`; `days` are those on which they could work."""

    about: Mapping[str, Any]
    post: Post | None
    days: Sequence[date]
    language: str
    spoken: Mapping[str, str] | None = None
    """CEFR levels by language; None where nobody asked."""
    answers: Mapping[int, str | KeptFile] = field(default_factory=dict)
    """By question."""
    certificates: Mapping[str, date | None] = field(default_factory=dict)
    """Until when each holds, by name."""
    ties: Mapping[str, str] = field(default_factory=dict)
    """To countries or delegations, by name, and of what kind each is."""


def say_anew(application: Application, said: Said, *, keep: Collection[str] = ()) -> None:
    """All of it in place of before, but for the fields to `keep`. Inside the caller's transaction."""
    fields = [name for name in ABOUT_THEM if name in said.about and name not in keep]
    for name in fields:
        setattr(application, name, said.about[name])
    application.post, application.days = said.post, sorted(said.days)
    application.save(update_fields=[*fields, "post", "days"])
    say_all(application, said)


def say_all(application: Application, said: Said) -> None:
    """All but its own fields, and what it scores. Inside the caller's transaction."""
    if said.spoken is not None:
        _say_languages(application, said.spoken)
    answer(application, said.answers)
    _say_certificates(application, said.certificates)
    _say_ties(application, said.ties)
    rescore(application)


def _say_languages(application: Application, spoken: Mapping[str, str]) -> None:
    """What they declare, by language; a language that was tested stays tested."""
    for row in application.languages.exclude(language__in=spoken):
        if row.tested:
            row.declared = ""
            row.save(update_fields=["declared"])
        else:
            row.delete()
    for language, level in spoken.items():
        SpokenLanguage.objects.update_or_create(
            application=application, language=language, defaults={"declared": level}
        )


def answer(application: Application, answers: Mapping[int, str | KeptFile]) -> None:
    """To questions of the call, by id; in place of what was answered before. An empty answer is none."""
    questions = {question.pk: question for question in Question.objects.filter(call=application.call_id)}
    for pk, given in answers.items():
        if pk not in questions:
            continue
        if not given:
            Answer.objects.filter(application=application, question=pk).delete()
            continue
        kept = (
            {"file": given.file, "file_name": given.name[:200], "text": ""}
            if isinstance(given, KeptFile)
            else {"text": given, "file": None, "file_name": ""}
        )
        Answer.objects.update_or_create(application=application, question_id=pk, defaults=kept)


def _say_certificates(application: Application, certificates: Mapping[str, date | None]) -> None:
    application.certificates.exclude(name__in=certificates).delete()
    standing = {row.name: row for row in application.certificates.all()}
    for name, expires in certificates.items():
        row = standing.get(name) or Certificate(application=application, name=name)
        if row.expires != expires:  # another paper than the one that somebody has seen
            row.checked_by = row.checked_at = None
        row.expires = expires
        row.save()


def _say_ties(application: Application, ties: Mapping[str, str]) -> None:
    application.ties.exclude(party__in=ties).delete()
    for party, reason in ties.items():
        Tie.objects.update_or_create(
            application=application,
            party=party,
            defaults={"reason": reason, "country": country_code(party)},
        )
