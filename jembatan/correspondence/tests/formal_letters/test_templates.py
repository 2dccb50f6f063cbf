"""Templates of formal letters: what the head settles, and Word files from outside that no letter can be made with."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.letters.templates import keep_template, retire_template
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import LetterTemplate
from jembatan.correspondence.queries.formal_letters.letter import letter_docx
from jembatan.correspondence.queries.formal_letters.templates import shape_of, word_template
from jembatan.correspondence.tests.formal_letters.scene import LOOKS, prepare, started
from jembatan.platform.documents.letter_templates import shipped_template

type ClientOf = Callable[[Actor], Client]
LOGO = (Path(__file__).parents[3] / "platform/ui/static/ui/icon-192.png").read_bytes()


def word_file(*paragraphs: str) -> bytes:
    file = Document()
    for text in paragraphs:
        file.add_paragraph(text)
    output = BytesIO()
    file.save(output)
    return output.getvalue()


def paragraphs(word: bytes) -> list[str]:
    """Of a Word file, whose bytes tell the second that it was made in, too."""
    return [each.text for each in Document(BytesIO(word)).paragraphs]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"no archive", "This is no Word file (.docx)."),
        (
            word_file("{{ marking }}", "{{ nomor }}"),
            "The field “nomor” is unknown. There are: letterhead, logo, facts,",
        ),
        (word_file("{{ marking }}", "Kepada {% for x in copies %}"), "A field is written wrongly near “"),
        (word_file("{{ marking }}", "{{ title "), "A field is written wrongly near “"),
        (
            word_file("{{ marking }}{{ 'a' * 9999999999 }}"),
            "A field of the template does what no letter needs: *",
        ),
        (
            word_file("{{ ''.__class__.__mro__ }} {{ marking }}"),
            "A field of the template does what no letter needs",
        ),
        (
            word_file("{{ title }}"),
            "The template has to show the marking: put {{ marking }} into its header.",
        ),
    ],
)
def test_word_file_that_makes_no_letter_is_refused_in_words(
    head: Actor, content: bytes, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        keep_template(head, None, LOOKS, word_file=content)

    assert str(refused.value).startswith(sentence)


def test_desk_writes_its_own_word_template(officer: Actor, head: Actor) -> None:
    wording = prepare(officer.desk)
    statement = started(officer, wording)
    own = word_file(
        "{{ marking }}",
        "Perihal: {{ title }}",
        "{%p for text in paragraphs %}",
        "{{ text }}",
        "{%p endfor %}",
    )
    kept = keep_template(head, wording.template, LOOKS, word_file=own)
    assert word_template(kept) == own

    statement.refresh_from_db()
    made = Document(BytesIO(letter_docx(statement)))

    assert [paragraph.text for paragraph in made.paragraphs] == [
        "TLP:GREEN",
        "Perihal: Jadwal pandu",
        "Kami menyetujui jadwal pandu.",
        "Titik lapor ada di lampiran.",
    ]
    assert keep_template(head, kept, LOOKS).word_file == kept.word_file
    back = keep_template(head, kept, LOOKS, word_file=b"")
    assert paragraphs(word_template(back)) == paragraphs(shipped_template("official"))


def test_logo_is_a_picture_that_can_be_read(head: Actor) -> None:
    assert keep_template(head, None, LOOKS, logo=LOGO).logo is not None
    for broken, sentence in (
        (b"GIF89a", "A logo is a PNG or a JPEG picture."),
        (LOGO[:60], "This picture cannot be read."),
        (LOGO[:8] + b"x" * (500 << 10), "A logo has at most 500 KB."),
    ):
        with pytest.raises(Refused) as refused:
            keep_template(head, None, LOOKS, logo=broken)
        assert str(refused.value) == sentence


def test_head_alone_settles_templates(officer: Actor, head: Actor) -> None:
    kept = keep_template(head, None, LOOKS)
    with pytest.raises(PermissionDenied):
        keep_template(officer, None, LOOKS)
    with pytest.raises(PermissionDenied):
        retire_template(officer, kept)
    with pytest.raises(Refused, match="A template of this name is there already"):
        keep_template(head, None, LOOKS)


def test_pages_keep_change_and_retire(client_of: ClientOf, head: Actor) -> None:
    client = client_of(head)
    form = {name: getattr(LOOKS, name) for name in LOOKS.__dataclass_fields__}
    broken = SimpleUploadedFile("surat.docx", b"no archive")
    refused = client.post(reverse("correspondence:new_letter_template"), form | {"new_word_file": broken})
    assert refused.status_code == 422
    assert "This is no Word file (.docx)." in refused.content.decode()

    logo = SimpleUploadedFile("logo.png", LOGO)
    client.post(reverse("correspondence:new_letter_template"), form | {"new_logo": logo})
    kept = LetterTemplate.objects.get()
    assert kept.logo is not None
    word = client.get(reverse("correspondence:letter_template_word", args=[kept.pk]))
    assert paragraphs(word.content) == paragraphs(shipped_template("official"))
    client.post(
        reverse("correspondence:letter_template", args=[kept.pk]),
        form | {"without_logo": "on", "place": "Bandung"},
    )
    kept.refresh_from_db()
    assert [kept.logo_id, kept.place] == [None, "Bandung"]
    client.post(reverse("correspondence:letter_template_retirement", args=[kept.pk]))
    assert client.get(reverse("correspondence:letter_template", args=[kept.pk])).status_code == 404
    client.post(reverse("correspondence:letter_template_return", args=[kept.pk]))
    assert client.get(reverse("correspondence:letter_template", args=[kept.pk])).status_code == 200


TYPED = {
    "name": "Serif", "layout": "official", "language": "id", "letterhead": "BIRO", "logo_place": "wide", "date_place": "signature",
    "footer": "Jalan Laut 1", "font": "serif", "size": "12", "left": "30", "right": "20", "top": "15", "bottom": "25",
}  # fmt: skip


def test_head_shapes_the_letter_and_looks_before_saving(head: Actor, client_of: ClientOf) -> None:
    client = client_of(head)
    logo = SimpleUploadedFile("kop.png", LOGO)
    before = client.post("/settings/letters/templates/preview/", TYPED | {"new_logo": logo})
    assert (before["Content-Type"], before.content[:4]) == ("image/png", b"\x89PNG")
    assert not LetterTemplate.objects.exists()
    other = client.post("/settings/letters/templates/preview/", TYPED | {"footer": ""})
    assert other.content != before.content

    client.post("/settings/letters/templates/new/", TYPED)
    kept = LetterTemplate.objects.get()
    shape = shape_of(kept)
    assert (shape.font, shape.size, shape.left, shape.logo, shape.date) == (
        "serif",
        12,
        30,
        "wide",
        "signature",
    )
    assert kept.footer == "Jalan Laut 1"
    assert "data:image/png;base64," in client.get(f"/settings/letters/templates/{kept.pk}/").text


def test_letter_has_to_fit_the_page(head: Actor, client_of: ClientOf) -> None:
    client = client_of(head)
    for path in ("new", "preview"):
        answer = client.post(f"/settings/letters/templates/{path}/", TYPED | {"left": "150"})
        assert answer.status_code == 422
        assert "Letters are 9 to 14 points high" in answer.text
        bad = client.post(
            f"/settings/letters/templates/{path}/", TYPED | {"new_logo": SimpleUploadedFile("a.png", b"x")}
        )
        assert (bad.status_code, "A logo is a PNG or a JPEG picture." in bad.text) == (422, True)
    assert not LetterTemplate.objects.exists()
