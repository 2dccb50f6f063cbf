"""A word that stands only behind a restricted dossier is read nowhere by those whom the dossier does not name."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from jembatan.accounts.actor import Actor
from jembatan.platform.search.vocabulary import learn
from tests.access.scene import OPEN, SECRET, Scene
from tests.access.table import TABLE, known_addresses

type ClientOf = Callable[[Actor], Client]

MISTYPED = f"{SECRET[:4]}{SECRET[5]}{SECRET[4]}{SECRET[6:]}"


@pytest.fixture(autouse=True)
def _words_are_learned(scene: Scene) -> None:
    """A mistyped word is understood by those who may know it."""
    learn()


@pytest.mark.parametrize("role", ["second_officer", "drafter", "reader", "stranger"])
def test_secret_word_is_in_no_answer(
    role: str, scene: Scene, request: pytest.FixtureRequest, client_of: ClientOf
) -> None:
    leaks = _leaks(client_of(request.getfixturevalue(role)), scene)
    if (
        role == "stranger"
    ):  # no member of the desk: as whoever got the link by mail, they read what it leads to
        leaks = {path for path in leaks if not path.startswith("/read-back/")}
    assert sorted(leaks) == []


FIGURES = ("all", "ours", "theirs", "late", "ahead")


def test_those_whom_the_dossier_names_read_it_where_it_stands(
    scene: Scene, officer: Actor, client_of: ClientOf
) -> None:
    """The walk can see what it looks for."""
    found = _leaks(client_of(officer), scene)
    assert {
        "/",
        "/dossiers/",
        "/journal/",
        "/inbox/",
        "/screener/",
        "/calendar/?view=agenda",
        "/reports/figures/?figure=all&start=2020-01-01&end=2030-01-01",
        "/reports/ pdf",
        "/reports/ docx",
        "/reports/ xlsx",
        "/reports/ json",
        f"/organisations/{scene.ministry.pk}/brief/ pdf",
        f"/directory/people/{scene.budi.pk}/",
        f"/threads/{scene.hidden['thread_id']}/",
        f"/statements/{scene.hidden['statement_id']}/",
        "/statements/",
        f"/meetings/{scene.hidden['meeting_id']}/",
        f"/journal/of/dossier/{scene.hidden['dossier_id']}/",
        f"/search/?q={MISTYPED}",
    } - found == set()


def test_open_word_is_read_by_every_member(scene: Scene, reader: Actor, client_of: ClientOf) -> None:
    client = client_of(reader)
    for path in ("/", "/journal/", "/inbox/", "/dossiers/", f"/search/?q={OPEN}"):
        assert OPEN in _text(client.get(path)), path


def _leaks(client: Client, scene: Scene) -> set[str]:
    """Addresses whose answers hold the secret word in any spelling of case."""
    client.raise_request_exception = False
    return {label for label, text in _answers(client, scene) if SECRET.lower() in text.lower()}


def _answers(client: Client, scene: Scene) -> Iterator[tuple[str, str]]:
    for path in sorted(_paths(scene)):
        yield path, _text(client.get(path))
    day = timezone.localdate()
    period = {"start": str(day - timedelta(days=60)), "end": str(day + timedelta(days=30)), "language": "id"}
    for path in ("/reports/", f"/organisations/{scene.ministry.pk}/brief/"):
        for form in ("pdf", "docx", *(("xlsx", "json") if path == "/reports/" else ())):
            with transaction.atomic():
                made = client.post(path, {**period, "format": form})
                transaction.set_rollback(True)
            yield f"{path} {form}", _text(made)


def _paths(scene: Scene) -> set[str]:
    """Every page that can be read of both worlds, and the questions that lists and searches answer."""
    paths = {
        "/audit/?kind=dossiers.dossier",
        "/journal/?kind=mail",
        "/journal/?kind=brief",
        f"/reports/?about=organisation-{scene.ministry.pk}",
        *(f"/reports/figures/?figure={name}&start=2020-01-01&end=2030-01-01" for name in FIGURES),
        "/dossiers/?state=closed",
        "/calendar/?view=month",
        "/calendar/?view=agenda",
        f"/journal/of/person/{scene.budi.pk}/",
        f"/journal/of/organisation/{scene.ministry.pk}/",
        f"/imports/{scene.open['batch_id']}/?format=json",
        f"/threads/{scene.open['thread_id']}/merging/?q=Surat",
        f"/messages/{scene.open['message_id']}/html/?pictures=1",
        f"/meetings/{scene.open['meeting_id']}/fields/dossier/",
        f"/search/?q={MISTYPED}",
        "/search/?q=Perkara",
        "/search/?q=Catatan",
        "/search/?q=Rapat",
        "/search/?q=Surat",
        "/search/?q=tanggapan",
        "/search/suggestions/?q=Perkara",
        "/search/suggestions/?q=Rapat",
        f"/search/suggestions/?q={SECRET[:3]}",
        f"/search/suggestions/?q={MISTYPED}",
        *(f"/inbox/?turn={turn}" for turn in ("ours", "theirs", "nobodys")),
        *(f"/inbox/?state={state}" for state in ("done", "all")),
        *(
            f"/directory/{kind}/export.{form}"
            for kind in ("people", "organisations")
            for form in ("csv", "xlsx", "vcf")
        ),
    }
    for world in (scene.open, scene.hidden):
        for address in known_addresses():
            row = TABLE[address.name]
            arguments = {name: value.format(**world) for name, value in row.arguments.items()}
            paths.add(address.filled({**world, **arguments}))
    return {path for path in paths if not path.startswith("/accounts/")}


def _text(response: HttpResponseBase) -> str:
    """What a reader could read in it: of PDF and office files the text."""
    content = b"".join(response) if response.streaming else getattr(response, "content", b"")
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return f"{response.headers}\n{content.decode('utf-8', 'replace')}"
