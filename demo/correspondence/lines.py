"""Lines to take of the demo office."""

from dataclasses import dataclass, field

import pgtrigger
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from demo import cast
from demo.correspondence.scene import Scene
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.lines.said import CLEARED, SAID, SOURCE
from jembatan.correspondence.actions.lines.write import LineContent, write_line
from jembatan.correspondence.models import InsertedLine, Line, LineHearer, LineUse
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line as Told
from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True)
class Said:
    """A topic; `cleared` and `until` are days from today, None: not yet, and without end. `heard` is an occasion and who was there."""

    word: str
    topic: str
    writer: str
    texts: dict[str, str]
    dossier: str = ""
    do_not_say: dict[str, str] = field(default_factory=dict)
    cleared: int | None = None
    until: int | None = None
    marking: Marking = Marking.GREEN
    heard: tuple[str, str] | None = None


LINES = (
    Said(
        "pelatihan-pandu",
        "Pelatihan pandu bersama",
        "maria",
        {
            "id": "Pelatihan pandu bersama dimulai setelah nota kesepahaman ditandatangani. Setiap pihak menanggung biaya perjalanannya sendiri.",
            "en": "Joint pilot training begins once the memorandum is signed. Each side bears its own travel costs.",
        },
        "MoU pelatihan pandu",
        {"id": "biaya ditanggung bersama", "en": "the costs are shared"},
        cleared=-20,
        until=100,
        heard=("Telepon dengan Port of Halvern", "vanderberg"),
    ),
    Said(
        "jalur-nelayan",
        "Penandaan jalur nelayan",
        "bagus",
        {
            "id": "Jalur nelayan ditandai sebelum musim barat. Tanggalnya kami umumkan setelah survei lapangan selesai.",
            "en": "The fishing lane will be marked before the west monsoon. We will announce the date once the field survey is complete.",
        },
        "Jalur nelayan",
        {"id": "jalur lama ditutup"},
        cleared=-12,
        until=6,
    ),
    Said(
        "data-survei",
        "Hak atas data survei",
        "maria",
        {
            "id": "Data survei dimiliki bersama. Penerbitan memerlukan persetujuan kedua pihak.",
            "en": "Survey data are owned jointly. Publication needs the consent of both sides.",
        },
        "Survei alur utara",
        marking=Marking.AMBER,
    ),
    Said(
        "dermaga-desember",
        "Dermaga pada libur akhir tahun",
        "bagus",
        {"id": "Dermaga 3 tersedia untuk pelayaran tambahan, kecuali tanggal 25 Desember pagi."},
        cleared=-9,
        until=40,
    ),
)


def write(scene: Scene) -> None:
    """Each as its writer wrote it, then cleared by the head."""
    for said in LINES:
        content = LineContent(
            topic=said.topic,
            word=said.word,
            texts=said.texts,
            do_not_say=said.do_not_say,
            valid_until=scene.at(said.until, 0).date() if said.until is not None else None,
            dossier=Dossier.objects.get(desk=scene.desk, title=said.dossier) if said.dossier else None,
            marking=said.marking,
        )
        line = write_line(scene.actor(said.writer), None, content)
        if said.cleared is not None:
            _clear(scene, line, said.cleared)
        if said.heard:
            _hear(scene, line, *said.heard)


def _clear(scene: Scene, line: Line, days: int) -> None:
    head = scene.user(cast.HEAD.key)
    line.versions.update(cleared_at=scene.at(days, 10), cleared_by=head, written_at=scene.at(days - 1, 15))
    summary = _("Line cleared: %(topic)s (wording %(number)s)") % {"topic": line.topic, "number": 1}
    scene.tell(_told(scene, line, CLEARED, summary, days))


def _hear(scene: Scene, line: Line, occasion: str, who: str) -> None:
    person = scene.person(who)
    use = LineUse.objects.create(
        version=line.versions.get(),
        language="en",
        occasion=occasion,
        said_at=scene.at(-3, 14),
        said_by=line.owner,
    )
    LineHearer.objects.create(use=use, name=person.full_name, person=person)
    scene.tell(_told(scene, line, SAID, f"{line.topic} – {occasion}", -3))


def _told(scene: Scene, line: Line, kind: str, summary: str, days: int) -> Told:
    return Told(
        kind=kind,
        summary=summary,
        occurred_at=scene.at(days, 14 if kind == SAID else 10),
        marking=Marking(line.marking),
        source=(SOURCE, line.pk),
        import_batch=scene.batch_id,
    )


def remove(desk: Desk) -> None:
    """What nobody has put into a mail goes, though cleared wordings stay otherwise; the others are withdrawn."""
    lines = Line.objects.filter(desk=desk, word__in=[said.word for said in LINES])
    mailed = LineUse.objects.filter(mail__isnull=False).values("version__line")
    used = Q(pk__in=mailed) | Q(pk__in=InsertedLine.objects.values("version__line"))
    lines.filter(used, withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
    unused = lines.exclude(used)
    with pgtrigger.ignore("correspondence.LineVersion:line_version_stays"):
        LineUse.objects.filter(version__line__in=unused).delete()
        unused.delete()
