"""What is planned in a dossier."""

from datetime import date
from decimal import Decimal

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.assess import Standing, assess
from jembatan.dossiers.actions.conflicts import say_conflict
from jembatan.dossiers.actions.files import put_in_file
from jembatan.dossiers.actions.follow_up import answer_step, open_follow_up
from jembatan.dossiers.actions.frameworks import keep_as_framework
from jembatan.dossiers.actions.objectives import ObjectiveContent, add_interest, add_objective, read_measure
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.actions.steps import StepContent, add_step
from jembatan.dossiers.models import Assessment, Dossier, StepAnswer
from jembatan.dossiers.queries.follow_up import PURPOSE, to
from jembatan.platform.links import signed
from jembatan.platform.markings import Marking
from tests.access.scene.kinds import Arguments


def add_plan(officer: Actor, word: str, dossier: Dossier, ministry: Organisation) -> Arguments:
    """One of everything."""
    content = ObjectiveContent(text=f"Hasil {word}", measure=word, target=Decimal(24))
    objective = add_objective(officer, dossier, content)
    reading = read_measure(officer, objective, Decimal(3), on_day=date(2026, 1, 5), note=word)
    step = add_step(officer, dossier, StepContent(title=f"Langkah {word}"))
    add_party(officer, dossier, ministry)
    standing = Standing(
        influence=4, interest=2, stance=Assessment.Stance.NEUTRAL, on_day=date(2026, 1, 5), reason=word
    )
    theirs = add_step(
        officer, dossier, StepContent(title=f"Milik mereka {word}", theirs=ministry, marking=Marking.GREEN)
    )
    follow_up = open_follow_up(officer, dossier, ministry, marking=Marking.GREEN, language="id")
    asked = answer_step(to(follow_up), theirs.pk, StepAnswer.Kind.DONE, words=word)
    filed = put_in_file(officer, dossier, word.encode(), name=f"{word}.txt", marking=Marking.AMBER)
    conflict = say_conflict(officer, dossier, objective, ministry, reason=f"Bertentangan {word}")
    return {
        "conflict_id": conflict.pk,
        "dossier_file_id": filed.of_id,
        "file_version_id": filed.pk,
        "follow_up_id": follow_up.pk,
        "step_answer_id": asked.pk,
        "steps_token": signed(PURPOSE, to(follow_up)),
        "framework_id": keep_as_framework(officer, dossier, f"Kerangka {dossier.pk}").pk,
        "assessment_id": assess(officer, dossier, ministry, standing).pk,
        "step_id": step.pk,
        "objective_id": objective.pk,
        "reading_id": reading.pk,
        "own_interest_id": add_interest(officer, dossier, f"Kepentingan {word}").pk,
    }
