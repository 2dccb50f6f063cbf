"""The photo on a badge: where it comes from, what is left out of it, when it goes."""

import io
import struct
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.store import keep, open_stored
from jembatan.programmes.actions.forget import forget_what_is_over
from jembatan.programmes.actions.officers import add_officer
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.tests.scene import games
from jembatan.recruitment.actions.decide import decide
from jembatan.recruitment.actions.photos import put_photo
from jembatan.recruitment.actions.saying import answer
from jembatan.recruitment.formats.photos import SIZE, NoPhoto, portrait
from jembatan.recruitment.models import Answer, BadgePhoto
from jembatan.recruitment.queries.link import link_of
from jembatan.recruitment.tests.scene import applied, call_of
from jembatan.recruitment.web.uploads import kept_photo

ClientOf = Callable[[Actor], Client]
ORIENTATION, DESCRIPTION, RESOLUTION = 0x0112, 0x010E, 0x011A


def _photo(size: tuple[int, int] = (900, 1200), kind: str = "JPEG") -> bytes:
    """Of a camera that lay on its side and knew where it was; the left half is red."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    about = Image.Exif()
    about[ORIENTATION], about[DESCRIPTION] = 3, "Jalan Merdeka 1"
    written = io.BytesIO()
    options = {"exif": about, "comment": b"Jalan Merdeka 1"} if kind == "JPEG" else {"exif": about}
    picture.save(written, kind, **options)
    return written.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_portrait_stands_upright_and_tells_nothing_else(kind: str) -> None:
    raw = _photo(kind=kind)
    assert b"Merdeka" in raw
    made = portrait(raw)
    assert b"Merdeka" not in made
    with Image.open(io.BytesIO(made)) as picture:
        assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", SIZE, {})
        left = picture.getpixel((20, 200))
    assert isinstance(left, tuple)
    assert left[2] > 200 > left[0]  # turned round: what was right is left


def test_photo_whose_camera_wrote_nonsense_stands_upright_all_the_same() -> None:
    about = Image.Exif()
    about[ORIENTATION], about[RESOLUTION] = 3, 72.0
    there, instead = (struct.pack(">H", tag) for tag in (RESOLUTION, DESCRIPTION))
    nonsense = about.tobytes().replace(there, instead, 1)  # words that are a number
    assert nonsense != about.tobytes()
    with Image.open(io.BytesIO(_photo())) as picture:
        picture.save(written := io.BytesIO(), "JPEG", exif=nonsense)
    with Image.open(io.BytesIO(portrait(written.getvalue()))) as made:
        left = made.getpixel((20, 200))
    assert isinstance(left, tuple)
    assert left[2] > 200 > left[0]


@given(
    st.binary(max_size=300) | st.binary(max_size=300).map(lambda rest: _photo((130, 130), "PNG")[:90] + rest)
)
def test_any_bytes_are_a_portrait_or_refused(content: bytes) -> None:
    with suppress(NoPhoto):
        assert portrait(content).startswith(b"\xff\xd8\xff")


def test_picture_too_small_or_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoPhoto, match="too small"):
        portrait(_photo((400, 100)))
    monkeypatch.setattr("jembatan.recruitment.formats.photos.MOST_PIXELS", 10**6)
    with pytest.raises(NoPhoto, match="too large"):
        portrait(_photo((900, 1200)))


def test_png_that_would_fill_the_memory_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jembatan.recruitment.formats.photos.MOST_OF_PNG", 10**6)
    assert portrait(_photo((900, 1200)))
    with pytest.raises(NoPhoto, match="too large"):
        portrait(_photo((900, 1200), "PNG"))


def test_nothing_is_kept_of_the_file_itself(db: None) -> None:
    kept = kept_photo(SimpleUploadedFile("saya.jpg", _photo()))
    with pytest.raises(ValidationError):
        kept_photo(SimpleUploadedFile("kecil.jpg", _photo((100, 100))))
    assert list(StoredFile.objects.all()) == [kept.file]


def test_photo_of_an_applicant_goes_along_and_goes_with_the_programme(
    officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jembatan.programmes.actions.forget.GRACE", timedelta())
    call = call_of(officer)
    asked = call.questions.create(position=9, kind="photo", label_en="Photo", label_id="Foto")
    row = applied(call)
    answer(row, {asked.pk: kept_photo(SimpleUploadedFile("saya.png", _photo(kind="PNG")))})
    decide(officer, call, [row.pk], "accepted", letters=False)
    there = BadgePhoto.objects.get(officer=Officer.objects.get())
    assert there.file == Answer.objects.get(question=asked).file
    with open_stored(there.file) as content:
        assert b"Merdeka" not in content.read()
    assert forget_what_is_over() == 0
    last = timezone.localdate() - timedelta(days=91)
    Programme.objects.update(first_day=last, last_day=last)
    assert (forget_what_is_over(), BadgePhoto.objects.exists()) == (1, False)
    assert not Answer.objects.filter(question=asked).exists()


def test_form_takes_a_photo_and_nothing_else_for_it(officer: Actor, client: Client) -> None:
    call = call_of(officer)
    asked = call.questions.create(position=9, kind="photo", label_en="Photo", label_id="Foto")
    cv, client.cookies["django_language"] = call.questions.get(kind="file"), "en"
    row = applied(call)
    form = "/application/" + link_of(row).split("/application/")[1] + "form/"
    life = SimpleUploadedFile("cv.pdf", b"%PDF-1.7 my life")
    wrong = client.post(form, {f"q{asked.pk}": life, f"q{cv.pk}": SimpleUploadedFile("cv.pdf", b"%PDF-1.7")})
    page = wrong.content.decode()
    assert ("This picture cannot be read." in page, "cv.pdf is kept." in page) == (True, True)
    of_the_life = page.split(f'name="kept-{cv.pk}" value="')[1].split('"')[0]
    tried = client.post(form, {f"kept-{asked.pk}": of_the_life}).content.decode()
    assert f'name="kept-{asked.pk}"' not in tried
    sent = client.post(form, {f"q{asked.pk}": SimpleUploadedFile("saya.png", _photo(kind="PNG"))})
    assert "saya.jpg is kept." in sent.content.decode()


def test_desk_puts_a_photo_on_the_badge_and_takes_it_off(
    officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    call = call_of(officer)
    row = applied(call)
    file = call.questions.get(kind="file")
    answer(row, {file.pk: kept_photo(SimpleUploadedFile("wajah.jpg", _photo()))})
    decide(officer, call, [row.pk], "accepted", letters=False)
    bearer = Officer.objects.get()
    client, page = client_of(officer), f"/programmes/officers/{bearer.pk}/"
    pdf = f"/programmes/{call.programme_id}/badges/?size="
    plain = {size: len(client.get(f"{pdf}{size}").content) for size in ("a7", "card")}
    assert "Take wajah.jpg from the application" in client.get(page).content.decode()
    assert "Photo on the badge" not in client_of(drafter).get(page).content.decode()
    wrong = client.post(f"{page}photo/", {"photo": SimpleUploadedFile("a.pdf", b"%PDF-1.7")}, follow=True)
    assert "This picture cannot be read." in wrong.content.decode()
    client.post(f"{page}photo/", {"photo": SimpleUploadedFile("a.jpg", _photo())})
    picture = client.get(f"{page}photo/")
    assert picture.headers["Content-Type"] == "image/jpeg"
    assert b"".join(getattr(picture, "streaming_content", ())).startswith(b"\xff\xd8\xff")
    for size, before in plain.items():
        with_photo = client.get(f"{pdf}{size}").content
        assert len(with_photo) > before
        assert "Sari Wulandari" in PdfReader(io.BytesIO(with_photo)).pages[0].extract_text()
    gone = client.post(f"{page}photo/removal/", follow=True).content.decode()
    assert client.get(f"{page}photo/").status_code == 404
    token = gone.split('name="kept" value="')[1].split('"')[0]
    client.post(f"{page}photo/", {"kept": token})
    assert BadgePhoto.objects.exists()
    client.post(f"{page}photo/removal/")
    client.post(f"{page}photo/", {"answer": Answer.objects.get(question=file).pk})
    assert BadgePhoto.objects.exists()


def test_photo_goes_with_its_officer(officer: Actor) -> None:
    bearer = add_officer(officer, games(officer), full_name="Sari", born=date(2000, 1, 1), languages={})
    put_photo(officer, bearer, keep(portrait(_photo())))
    bearer.delete()
    assert not BadgePhoto.objects.exists()
