"""Rules that were set aside knowingly, with who did it and why."""

from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import OVERRIDDEN, enter
from jembatan.deployment.models import Override, Roster
from jembatan.deployment.queries.judged import names_in
from jembatan.deployment.queries.words import told
from jembatan.programmes.queries.desk_words import in_their_words
from jembatan.rostering.rules.refusals import Refusal


def note_overrides(actor: Actor, roster: Roster, refused: list[Refusal], reason: str) -> None:
    """Inside the caller's transaction: each as a record, and all of them as one line of the journal."""
    if not refused:
        return
    names = names_in(roster, refused)
    with in_their_words(roster.programme):
        words = [told(each, names) for each in refused]
    Override.objects.bulk_create(
        Override(
            desk=roster.desk,
            roster=roster,
            duty_id=each.duty,
            officer_id=each.officer,
            rule=each.rule.value,
            told=said.sentence,
            reason=reason.strip()[:500],
            made_by=actor.user,
        )
        for each, said in zip(refused, words, strict=True)
    )
    sentences = "\n".join(dict.fromkeys(each.sentence for each in words))
    enter(
        actor,
        roster.programme,
        OVERRIDDEN,
        gettext_noop("Rule set aside in %(name)s: %(rules)s"),
        detail=f"{sentences}\n{reason.strip()}",
        roster=roster,
        values={
            "name": roster.programme,
            "rules": ", ".join(dict.fromkeys(each.name for each in words)),
        },
    )
