"""What is planned in one of the demo office's matters; it goes with the matter."""

from dataclasses import dataclass
from decimal import Decimal

from demo.correspondence.scene import Scene
from jembatan.dossiers.models import (
    Assessment,
    Dossier,
    DossierParty,
    FollowUp,
    Objective,
    OwnInterest,
    Reading,
    Step,
    StepAnswer,
)
from jembatan.platform.markings import Marking

MATTER = "MoU pelatihan pandu"
State = Step.State


@dataclass(frozen=True, slots=True)
class Planned:
    """Days are counted from today; `after` is the number of an earlier step of the list."""

    title: str
    starts: int | None
    ends: int
    ours: str = ""
    theirs: str = ""
    after: int | None = None
    state: State = State.OPEN
    marking: Marking = Marking.AMBER


PLAN = (
    Planned("Susun naskah MoU bersama", -45, -12, "maria", "halvern", state=State.DONE),
    Planned("Periksa naskah di Biro Hukum", -14, -3, "ratna", after=0, marking=Marking.AMBER_STRICT),
    Planned("Sepakati pasal 7: biaya perjalanan", -5, 9, "maria", "halvern", after=0),
    Planned("Serahkan daftar 24 pandu peserta", 4, 18, "bagus"),
    Planned("Siapkan kursi dan simulator di Halvern", 10, 40, theirs="halvern", after=2),
    Planned("Penandatanganan", 45, 45, "ratna", "halvern", after=2),
    Planned("Angkatan pertama dilatih", 60, 100, "dimas", "halvern", after=5),
)
OBJECTIVES = (
    ("24 pandu terlatih sampai akhir tahun depan", "pandu terlatih", 24, ((-30, 0), (-9, 6))),
    ("Naskah MoU disepakati kedua pihak", "pasal disepakati", 9, ((-40, 3), (-20, 6), (-5, 8))),
)
INTERESTS = (
    "Simulator dipakai juga untuk pandu dari Sorong dan Ambon",
    "Biaya perjalanan paling banyak separuh dari anggaran pelatihan",
)
STANDINGS = (
    ("halvern", -60, 4, 3, Assessment.Stance.INCLINED, "Surat Annelies: tertarik, menunggu anggaran"),
    ("halvern", -6, 4, 5, Assessment.Stance.SUPPORTS, "Menawarkan tanggal simulator sendiri"),
    ("kemaritim", -60, 5, 4, Assessment.Stance.DOUBTFUL, "Menanyakan dasar hukum sertifikat"),
    ("kemaritim", -10, 5, 3, Assessment.Stance.NEUTRAL, "Dasar hukum sudah dijelaskan"),
    ("otban", -20, 2, 4, Assessment.Stance.SUPPORTS, "Mengirim tujuh pandu"),
)
FOLLOWS, ASKED = "halvern", "Siapkan kursi dan simulator di Halvern"
WORDS = "The simulator is in maintenance until mid-January; two weeks later would be safe."
FURTHER_PARTIES = ("kemaritim", "otban")


def write(scene: Scene) -> None:
    """As if it had been planned before anybody looked."""
    dossier = Dossier.objects.get(desk=scene.desk, title=MATTER)
    _write_steps(scene, dossier)
    for text, measure, target, readings in OBJECTIVES:
        objective = Objective.objects.create(
            desk=scene.desk, dossier=dossier, text=text, measure=measure, target=Decimal(target)
        )
        for days, value in readings:
            Reading.objects.create(
                desk=scene.desk,
                objective=objective,
                value=Decimal(value),
                on_day=scene.at(days, 12).date(),
                read_by=scene.user("maria"),
            )
    for text in INTERESTS:
        OwnInterest.objects.create(desk=scene.desk, dossier=dossier, text=text)
    _draw_map(scene, dossier)
    _let_them_answer(scene, dossier)


def _let_them_answer(scene: Scene, dossier: Dossier) -> None:
    """By their link; nobody has settled it yet."""
    follow_up = FollowUp.objects.create(
        desk=scene.desk,
        dossier=dossier,
        organisation=scene.organisation(FOLLOWS),
        marking=Marking.AMBER,
        language="en",
        until=scene.at(80, 17),
        made_by=scene.user("maria"),
    )
    step = dossier.steps.get(title=ASKED)
    StepAnswer.objects.create(
        step=step,
        follow_up=follow_up,
        kind=StepAnswer.Kind.OTHER_DAY,
        day=scene.at(54, 12).date(),
        words=WORDS,
    )


def _draw_map(scene: Scene, dossier: Dossier) -> None:
    for key in FURTHER_PARTIES:
        DossierParty.objects.create(desk=scene.desk, dossier=dossier, organisation=scene.organisation(key))
    for key, days, influence, interest, stance, reason in STANDINGS:
        Assessment.objects.create(
            desk=scene.desk,
            dossier=dossier,
            organisation=scene.organisation(key),
            influence=influence,
            interest=interest,
            stance=stance,
            reason=reason,
            on_day=scene.at(days, 12).date(),
            made_by=scene.user("maria"),
        )


def _write_steps(scene: Scene, dossier: Dossier) -> None:
    steps: list[Step] = []
    for each in PLAN:
        step = Step(
            desk=scene.desk,
            dossier=dossier,
            title=each.title,
            ours=scene.user(each.ours) if each.ours else None,
            organisation=scene.organisation(each.theirs) if each.theirs else None,
            starts_on=scene.at(each.starts, 12).date() if each.starts is not None else None,
            ends_on=scene.at(each.ends, 12).date(),
            after=steps[each.after] if each.after is not None else None,
            state=each.state,
            marking=each.marking,
        )
        step.save()
        steps.append(step)
