"""How the demo office numbers its letters, how they look, and one that is being written."""

from demo import cast
from demo.correspondence.scene import Scene
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.letters.templates import Looks, keep_template
from jembatan.correspondence.actions.letters.write import Wording, start_letter
from jembatan.correspondence.actions.numbering.series import keep_series
from jembatan.correspondence.actions.statements.record import Entered
from jembatan.correspondence.models import (
    LetterTemplate,
    NumberSeries,
    ReservedNumber,
    Statement,
    StatementLetter,
)

SERIES, PATTERN, FIRST = "Surat keluar kerja sama", "BPSN-{number:04}", 30
HEAD_OF_LETTER = "Badan Pengelola Selat Nusantara\nBiro Kerja Sama\nJalan Dermaga Lama 12, Jakarta 10110\nkerjasama@selatnusantara.example"
TEMPLATES = (
    Looks(
        name="Surat dinas biro",
        layout=LetterTemplate.Layout.OFFICIAL,
        language="id",
        letterhead=HEAD_OF_LETTER,
        place="Jakarta",
        opening="Dengan hormat,",
        closing="Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.",
        signer_office="Kepala Biro Kerja Sama",
        signer_name=cast.HEAD.full_name,
        signer_number="19780412 200312 2 001",
    ),
    Looks(
        name="Letter to partners abroad",
        layout=LetterTemplate.Layout.PLAIN,
        language="en",
        letterhead=HEAD_OF_LETTER,
        place="Jakarta",
        opening="Dear colleagues,",
        closing="Yours sincerely,",
        signer_office="Head of the Cooperation Bureau",
        signer_name=cast.HEAD.full_name,
    ),
)
VOID = ("Undangan rapat teknis rambu suar", "Disampaikan lisan dalam rapat; surat tidak dikirim.")
SENT = "BPSN-0031"
ANSWERED = "RNSC-0433"
TITLE = "Comments on draft recommendation R-114"
TEXT = (
    "Thank you for the draft of recommendation R-114.\n\n"
    "On section 5 we propose to keep the present colours of lateral marks in narrow channels, and to add a transition of three years.\n\n"
    "Our technical contact is available for questions before the meeting of Working Group 3."
)


def write(scene: Scene) -> None:
    """The series with its book, both templates, and the draft."""
    head = scene.actor(cast.HEAD.key)
    series = keep_series(head, None, name=SERIES, pattern=PATTERN, begins_at=FIRST)
    _official, plain = (keep_template(head, None, looks) for looks in TEMPLATES)
    _fill_book(scene, series)
    committee = scene.organisation("rncs")
    entered = Entered(
        state=Statement.State.DRAFT,
        number="",
        title=TITLE,
        body=committee.name,
        organisation=committee,
        purpose=Statement.Purpose.RESPONSE,
        answers=(ANSWERED,),
    )
    start_letter(
        scene.actor("maria"),
        entered,
        Wording(series=series, template=plain, addressee=f"Working Group 3\n{committee.name}", text=TEXT),
    )


def _fill_book(scene: Scene, series: NumberSeries) -> None:
    sent = Statement.objects.get(desk=scene.desk, number=SENT)
    title, reason = VOID
    shared = {"desk": scene.desk, "series": series, "year": 0, "reserved_by": scene.user("maria")}
    void = ReservedNumber.State.VOID
    ReservedNumber.objects.create(
        number=30, text="BPSN-0030", state=void, reason=reason, title=title, **shared
    )
    left = ReservedNumber.State.SENT
    ReservedNumber.objects.create(
        number=31, text=SENT, state=left, title=sent.title, statement=sent, **shared
    )
    for number, days in ((30, -60), (31, -45)):
        given = ReservedNumber.objects.filter(series=series, number=number)
        given.update(reserved_at=scene.at(days, 11))


def remove(desk: Desk) -> None:
    """The draft goes; series and templates stay where the desk has gone on to use them."""
    Statement.objects.filter(desk=desk, title=TITLE, number="", letter__series__name=SERIES).delete()
    series = NumberSeries.objects.filter(desk=desk, name=SERIES)
    book = ReservedNumber.objects.filter(series__in=series)
    letters = StatementLetter.objects.filter(statement__desk=desk)
    if not book.filter(number__gt=31).exists() and not letters.filter(series__in=series).exists():
        book.delete()
        series.delete()
    templates = LetterTemplate.objects.filter(desk=desk, name__in=[looks.name for looks in TEMPLATES])
    templates.exclude(pk__in=letters.values("template")).delete()
