"""A word that stands only behind a restricted dossier is read nowhere by those whom the dossier does not name."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.platform.search.vocabulary import learn
from tests.access.scene import OPEN, SECRET, Scene
from tests.access.walks import ClientOfRole, Walks, text_of

type ClientOf = Callable[[Actor], Client]

MISTYPED = f"{SECRET[:4]}{SECRET[5]}{SECRET[4]}{SECRET[6:]}"


@pytest.fixture(autouse=True)
def _words_are_learned(scene: Scene) -> None:
    """A mistyped word is understood by those who may know it."""
    learn()


@pytest.mark.parametrize("role", ["second_officer", "drafter", "reader", "stranger"])
def test_secret_word_is_in_no_answer(
    role: str, scene: Scene, walks: Walks, client_of_role: ClientOfRole
) -> None:
    client = client_of_role(role)
    leaks = {path for path, text in _questions(client, scene) if SECRET.lower() in text.lower()}
    for world in ("open", "hidden"):
        read = walks.read(role, world, client)
        leaks |= {path for path, (_address, heard) in read.items() if heard.secret}
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
    client = client_of(officer)
    pages = (
        "/",
        "/dossiers/",
        "/journal/",
        "/inbox/",
        "/screener/",
        f"/directory/people/{scene.budi.pk}/",
        f"/threads/{scene.hidden['thread_id']}/",
        f"/statements/{scene.hidden['statement_id']}/",
        "/statements/",
        f"/meetings/{scene.hidden['meeting_id']}/",
        f"/journal/of/dossier/{scene.hidden['dossier_id']}/",
    )
    asked = {
        "/calendar/?view=agenda",
        "/reports/figures/?figure=all&start=2020-01-01&end=2030-01-01",
        "/reports/ pdf",
        "/reports/ docx",
        "/reports/ xlsx",
        "/reports/ json",
        f"/organisations/{scene.ministry.pk}/brief/ pdf",
        f"/search/?q={MISTYPED}",
    }
    assert [path for path in pages if SECRET.lower() not in text_of(client.get(path)).lower()] == []
    found = {path for path, text in _questions(client, scene) if SECRET.lower() in text.lower()}
    assert asked - found == set()


def test_open_word_is_read_by_every_member(scene: Scene, reader: Actor, client_of: ClientOf) -> None:
    client = client_of(reader)
    for path in ("/", "/journal/", "/inbox/", "/dossiers/", f"/search/?q={OPEN}"):
        assert OPEN in text_of(client.get(path)), path


def _questions(client: Client, scene: Scene) -> Iterator[tuple[str, str]]:
    """What lists and searches answer, and papers as files."""
    for path in sorted(_paths(scene)):
        yield path, text_of(client.get(path))
    day = timezone.localdate()
    period = {"start": str(day - timedelta(days=60)), "end": str(day + timedelta(days=30)), "language": "id"}
    for path in ("/reports/", f"/organisations/{scene.ministry.pk}/brief/"):
        for form in ("pdf", "docx", *(("xlsx", "json") if path == "/reports/" else ())):
            with transaction.atomic():
                made = client.post(path, {**period, "format": form})
                transaction.set_rollback(True)
            yield f"{path} {form}", text_of(made)


def _paths(scene: Scene) -> set[str]:
    return {
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
