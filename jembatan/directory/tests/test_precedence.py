"""Orders of precedence: tables that are the desk's own, dated, with ranks by pattern and by hand."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.actions.precedence.ranks import (
    RankFacts,
    add_rank,
    bring_back_rank,
    change_rank,
    give_rank,
    move_rank,
    take_out_rank,
)
from jembatan.directory.actions.precedence.tables import (
    NameTaken,
    TableFacts,
    VersionFacts,
    begin_version,
    bring_table_back,
    change_version,
    copy_table,
    make_table,
    put_table_away,
    take_over,
)
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.formats.office_pattern import read_patterns
from jembatan.directory.models import Position, PrecedenceTable, PrecedenceVersion, RankedPosition
from jembatan.directory.queries.precedence.ranking import Candidate, in_order, ranks_of
from jembatan.directory.queries.precedence.shipped import SHIPPED
from jembatan.directory.queries.precedence.tables import standing_ranks, tables, version_on, versions_of
from jembatan.directory.tests.people import a_ministry

type ClientOf = Callable[[Actor], Client]
TODAY = date(2026, 11, 29)


def facts(name: str = "Tata tempat", order: str = "ranks", sides: str = "together") -> TableFacts:
    return TableFacts(name=name, order=order, sides=sides, language="id")


@pytest.fixture
def table(head: Actor) -> PrecedenceTable:
    return make_table(head, facts(), source="Kebiasaan meja")


@pytest.fixture
def version(table: PrecedenceTable) -> PrecedenceVersion:
    return table.versions.get()


def post(officer: Actor, name: str, title: str, body: str = "", since: date | None = None) -> Position:
    person = add_person(officer, name)
    return add_position(
        officer, person, a_ministry(officer, body or f"Badan {name}"), PositionFacts(title=title, since=since)
    )


@pytest.mark.parametrize(
    ("pattern", "title", "body", "fits"),
    [
        ("menteri *", "Menteri Luar Negeri", "", True),
        ("menteri *", "Wakil Menteri Luar Negeri", "", False),
        ("menteri", "MENTERI", "", True),
        ("*menteri*", "Wakil Menteri", "", True),
        ("ketua @ *mahkamah agung*", "Ketua", "Mahkamah Agung RI", True),
        ("ketua @ *mahkamah agung*", "Ketua", "Mahkamah Konstitusi", False),
        ("@ bank indonesia", "Apa pun", "Bank Indonesia", True),
        ("a*a", "a", "", False),
        ("a*b*c", "a b c", "", True),
    ],
)
def test_pattern_fits_whole_titles(pattern: str, title: str, body: str, fits: bool) -> None:
    (read,) = read_patterns(pattern)
    assert read.matches(title, body) == fits


def test_patterns_that_would_fit_everything_are_left_out() -> None:
    assert read_patterns("*\n\n @ \n***\n@*") == []


@given(st.text(max_size=300), st.text(max_size=100), st.text(max_size=100))
def test_any_pattern_is_read_and_answers(text: str, title: str, body: str) -> None:
    for pattern in read_patterns(text):
        assert pattern.matches(title, body) in {True, False}


def test_many_stars_cost_nothing() -> None:
    (pattern,) = read_patterns("a*" * 99)
    assert not pattern.matches("a" * 98 + "b", "")


def test_shipped_tables_are_taken_over_whole(head: Actor) -> None:
    for key in SHIPPED:
        take_over(head, key)
    assert tables(head).count() == len(SHIPPED)
    law = tables(head).get(name__startswith="State officials (UU 9/2010)", sides="together")
    version = version_on(law, TODAY)
    assert version is not None
    ranks = list(standing_ranks(version))
    assert [rank.number for rank in ranks] == list(range(1, 20))
    assert (ranks[13].name_en[:9], ranks[13].article) == ("Ministers", "UU 9/2010 Pasal 9 ayat (1) huruf n")
    assert version_on(law, date(2010, 11, 18)) is None


@pytest.mark.parametrize(
    ("title", "body", "letter"),
    [
        ("Menteri Perhubungan", "Kementerian Perhubungan", "n"),
        ("Wakil Presiden", "Sekretariat", "b"),
        ("Ketua", "Mahkamah Agung", "h"),
        ("Gubernur", "Bank Indonesia", "m"),
        ("Gubernur", "Pemerintah Provinsi Jawa Barat", "s"),
        ("Ambassador", "Embassy of Japan", "l"),
        ("Duta Besar", "Kedutaan Besar Jepang", "l"),
        ("Ketua DPRD", "DPRD Kota", ""),
        ("Kepala Biro", "Kementerian Perhubungan", ""),
        ("Presiden Direktur", "PT Maju", ""),
    ],
)
def test_offices_of_the_law_are_recognised(
    head: Actor, officer: Actor, title: str, body: str, letter: str
) -> None:
    version = take_over(head, "uu-9-2010").versions.get()
    held = post(officer, "Sari", title, body)
    rank = ranks_of(version, [held]).get(held.pk)
    assert (rank.article if rank else "") == (f"UU 9/2010 Pasal 9 ayat (1) huruf {letter}" if letter else "")


def test_rank_by_hand_goes_before_patterns(head: Actor, officer: Actor, version: PrecedenceVersion) -> None:
    first = add_rank(head, version, RankFacts(name_id="Menteri", name_en="", offices="menteri*"))
    second = add_rank(head, version, RankFacts(name_id="", name_en="Adviser"))
    held = post(officer, "Sari", "Menteri")
    assert ranks_of(version, [held])[held.pk] == first
    give_rank(officer, held, second, version=version)
    assert ranks_of(version, [held])[held.pk] == second
    give_rank(officer, held, None, version=version)
    assert ranks_of(version, [held])[held.pk] == first
    assert (first.name_en, second.name_id) == ("Menteri", "Adviser")


def test_database_keeps_ranks_in_their_version_and_versions_apart(
    head: Actor, officer: Actor, table: PrecedenceTable, version: PrecedenceVersion
) -> None:
    rank = add_rank(head, version, RankFacts(name_id="Menteri", name_en=""))
    other = make_table(head, facts("Lain"), source="x").versions.get()
    held = post(officer, "Sari", "Menteri")
    with pytest.raises(IntegrityError), transaction.atomic():
        RankedPosition.objects.create(desk=head.desk, version=other, rank=rank, position=held)
    with pytest.raises(IntegrityError), transaction.atomic():
        PrecedenceVersion.objects.create(desk=head.desk, table=table, source="dua", valid_from=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        PrecedenceVersion.objects.filter(pk=version.pk).update(source="")
    give_rank(officer, held, rank, version=version)
    with pytest.raises(IntegrityError), transaction.atomic():
        RankedPosition.objects.create(desk=head.desk, version=version, rank=rank, position=held)


def test_new_version_ends_the_one_before_and_keeps_ranks(
    head: Actor, officer: Actor, table: PrecedenceTable, version: PrecedenceVersion
) -> None:
    rank = add_rank(head, version, RankFacts(name_id="Menteri", name_en=""))
    held = post(officer, "Sari", "Menteri")
    give_rank(officer, held, rank, version=version)
    later = begin_version(head, table, source="Peraturan baru", valid_from=TODAY)
    assert version_on(table, date(2026, 11, 28)) == version
    assert version_on(table, TODAY) == later
    assert ranks_of(later, [held])[held.pk].name_id == "Menteri"
    with pytest.raises(ValidationError):
        begin_version(head, table, source="x", valid_from=TODAY)
    with pytest.raises(ValidationError):
        change_version(head, later, VersionFacts(source="x", valid_from=date(2020, 1, 1)))
    with pytest.raises(ValidationError):
        change_version(head, later, VersionFacts(source=" ", valid_from=TODAY))


def test_versions_follow_each_other_though_the_first_has_no_beginning(
    head: Actor, table: PrecedenceTable, version: PrecedenceVersion
) -> None:
    second = begin_version(head, table, source="Kedua", valid_from=TODAY)
    add_rank(head, second, RankFacts(name_id="Menteri", name_en=""))
    third = begin_version(head, table, source="Ketiga", valid_from=date(2027, 1, 1))
    assert list(versions_of(table)) == [third, second, version]
    assert [each.name_id for each in standing_ranks(third)] == ["Menteri"]
    assert version_on(table, date(2026, 12, 31)) == second


def test_page_says_from_when_to_when_in_one_sentence(
    head: Actor, table: PrecedenceTable, version: PrecedenceVersion, client_of: ClientOf
) -> None:
    def shown(number: int) -> str:
        address = reverse("directory:precedence_table", args=[table.pk])
        page = client_of(head).get(address, {"version": str(number)}).content.decode()
        return page.partition("<dt>Valid</dt><dd>")[2].partition("</dd>")[0]

    assert shown(version.pk) == "always"
    later = begin_version(head, table, source="Kedua", valid_from=TODAY)
    assert shown(version.pk).startswith("until ")
    assert shown(later.pk).startswith("from ")
    begin_version(head, table, source="Ketiga", valid_from=date(2027, 1, 1))
    assert re.fullmatch(r"from .*29 Nov.* until .*31 Dec.*", shown(later.pk), re.DOTALL)


def test_version_that_begins_with_time_itself_is_refused(head: Actor, table: PrecedenceTable) -> None:
    with pytest.raises(ValidationError):
        begin_version(head, table, source="x", valid_from=date.min)


def test_database_refuses_a_second_name_in_a_sentence(
    head: Actor, table: PrecedenceTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_table_away(head, table)
    make_table(head, facts(), source="x")
    monkeypatch.setattr("jembatan.directory.actions.precedence.tables._refuse_name", lambda *_given: None)
    with pytest.raises(NameTaken):
        make_table(head, facts(), source="y")
    with pytest.raises(NameTaken):
        bring_table_back(head, table)


def test_rank_by_hand_of_somebody_removed_is_neither_shown_nor_an_error(
    head: Actor, officer: Actor, version: PrecedenceVersion, client_of: ClientOf
) -> None:
    held = post(officer, "Sari", "Menteri")
    rank = add_rank(head, version, RankFacts(name_id="Menteri", name_en=""))
    give_rank(officer, held, rank, version=version)
    address = reverse("directory:precedence_table", args=[version.table_id])
    assert "Sari" in client_of(officer).get(address).content.decode()
    remove_party(officer, held.person)
    assert "Sari" not in client_of(officer).get(address).content.decode()
    taking_back = reverse("directory:precedence_by_hand", args=[version.by_hand.get().pk])
    assert client_of(officer).post(taking_back).status_code == 404


def test_ranks_move_leave_no_gap_and_come_back(head: Actor, version: PrecedenceVersion) -> None:
    a, b, c = (add_rank(head, version, RankFacts(name_id=name, name_en="")) for name in "ABC")
    move_rank(head, c, by=-2)
    take_out_rank(head, a)
    assert [(each.number, each.name_id) for each in standing_ranks(version)] == [(1, "C"), (2, "B")]
    bring_back_rank(head, a, number=2)
    change_rank(head, b, RankFacts(name_id="Beta", name_en="Beta"))
    assert [each.name_id for each in standing_ranks(version)] == ["C", "A", "Beta"]


def test_copies_and_names(head: Actor, table: PrecedenceTable, version: PrecedenceVersion) -> None:
    add_rank(head, version, RankFacts(name_id="Menteri", name_en=""))
    with pytest.raises(ValidationError):
        copy_table(head, table, name="tata TEMPAT")
    copy = copy_table(head, table, name="Salinan")
    assert [each.name_id for each in standing_ranks(copy.versions.get())] == ["Menteri"]
    put_table_away(head, table)
    make_table(head, facts(), source="x")
    with pytest.raises(ValidationError):
        bring_table_back(head, table)


def test_only_the_head_changes_tables(officer: Actor, version: PrecedenceVersion, reader: Actor) -> None:
    with pytest.raises(PermissionDenied):
        take_over(officer, "seniority")
    with pytest.raises(PermissionDenied):
        add_rank(officer, version, RankFacts(name_id="x", name_en=""))
    with pytest.raises(PermissionDenied):
        give_rank(reader, Position(pk=1), None, version=version)


def names(table: PrecedenceTable, version: PrecedenceVersion | None, *people: Candidate[int]) -> list[str]:
    return [each.candidate.name for each in in_order(table, version, people)]


def test_order_by_rank_then_seniority_then_name(
    head: Actor, officer: Actor, table: PrecedenceTable, version: PrecedenceVersion
) -> None:
    add_rank(head, version, RankFacts(name_id="Menteri", name_en="", offices="menteri*"))
    posts = [
        post(officer, "Zainal", "Menteri", since=date(2020, 1, 1)),
        post(officer, "Ani", "Menteri", since=date(2024, 1, 1)),
        post(officer, "Budi", "Menteri", since=date(2024, 1, 1)),
        post(officer, "Citra", "Staf"),
    ]
    people = [
        Candidate(each.pk, each.person.full_name, number == 0, each) for number, each in enumerate(posts)
    ]
    assert names(table, version, *reversed(people)) == ["Zainal", "Ani", "Budi", "Citra"]
    last = in_order(table, version, people)[-1]
    assert (last.ranked, last.reason) == (False, "no rank for this post")
    table.sides = PrecedenceTable.Sides.GUESTS_FIRST
    assert names(table, version, *people) == ["Ani", "Budi", "Zainal", "Citra"]
    table.sides = PrecedenceTable.Sides.HOSTS_FIRST
    assert names(table, version, *people) == ["Zainal", "Ani", "Budi", "Citra"]


def test_order_by_country_is_that_of_the_language(table: PrecedenceTable) -> None:
    table.order = PrecedenceTable.Order.COUNTRY
    people = [
        Candidate(1, "Jerman", False, country="DE"),
        Candidate(2, "Jepang", False, country="JP"),
        Candidate(3, "?", False),
    ]
    table.language = PrecedenceTable.Language.INDONESIAN
    assert names(table, None, *people) == ["Jepang", "Jerman", "?"]
    table.language = PrecedenceTable.Language.ENGLISH
    assert names(table, None, *people) == ["Jerman", "Jepang", "?"]
    table.language = PrecedenceTable.Language.FRENCH
    assert [each.reason for each in in_order(table, None, people)] == ["Allemagne", "Japon", "no country"]


@given(
    st.permutations(range(6)),
    st.sampled_from(PrecedenceTable.Order.values),
    st.sampled_from(PrecedenceTable.Sides.values),
)
def test_order_does_not_depend_on_who_was_named_first(shuffled: list[int], order: str, sides: str) -> None:
    table = PrecedenceTable(order=order, sides=sides, language="en")
    people = [
        Candidate(
            number,
            f"P{number}",
            number % 2 == 0,
            organisation="AB"[number % 2],
            country=("JP", "DE", "")[number % 3],
        )
        for number in range(6)
    ]
    assert names(table, None, *(people[number] for number in shuffled)) == names(table, None, *people)


def test_pages_take_over_show_and_edit(head: Actor, reader: Actor, client_of: ClientOf) -> None:
    client = client_of(head)
    client.post(reverse("directory:precedence_tables"), {"key": "uu-9-2010"})
    table = PrecedenceTable.objects.get()
    version = table.versions.get()
    address = reverse("directory:precedence_table", args=[table.pk])
    page = client_of(reader).get(address).content.decode()
    assert "Menteri dan pejabat setingkat menteri" in page
    assert "Pasal 9 ayat (1) huruf n" in page
    assert "New version" not in page
    client.post(reverse("directory:new_precedence_rank", args=[version.pk]), {"name_id": "Wali kota"})
    assert standing_ranks(version).count() == 20
    client.post(
        reverse("directory:new_precedence_version", args=[table.pk]),
        {"source": "UU baru", "valid_from": "2026-11-29"},
    )
    client.post(
        reverse("directory:precedence_table_facts", args=[table.pk]),
        {"copy": "1", "name": "Salinan", "order": "ranks", "sides": "guests", "language": "id"},
    )
    assert PrecedenceTable.objects.count() == 2
    page = client.get(address).content.decode()
    assert "UU baru" in page
    assert "Versions" in page
    again = client.post(reverse("directory:precedence_tables"), {"key": "uu-9-2010"}, follow=True)
    assert "There is an order of precedence of this name already." in again.content.decode()


@pytest.mark.parametrize(
    ("lot", "order"),
    [
        ("", ["Côte d'Ivoire", "Iran", "Korea", "Türkiye", "Amerika", "Vietnam", "?"]),
        ("T", ["Türkiye", "Amerika", "Vietnam", "Côte d'Ivoire", "Iran", "Korea", "?"]),
        ("Republic of Korea", ["Korea", "Türkiye", "Amerika", "Vietnam", "Côte d'Ivoire", "Iran", "?"]),
        ("Z", ["Côte d'Ivoire", "Iran", "Korea", "Türkiye", "Amerika", "Vietnam", "?"]),
    ],
)
def test_united_nations_begin_with_the_lot_of_the_session(head: Actor, lot: str, order: list[str]) -> None:
    table = take_over(head, "united-nations")
    version = table.versions.get()
    change_version(head, version, VersionFacts(source="Sidang ke-82", begins_with=lot))
    version.refresh_from_db()
    countries = (("Vietnam", "VN"), ("Korea", "KR"), ("Amerika", "US"), ("Iran", "IR"), ("Türkiye", "TR"))
    people = [Candidate(number, name, False, country=code) for number, (name, code) in enumerate(countries)]
    people += [Candidate(8, "Côte d'Ivoire", False, country="CI"), Candidate(9, "?", False)]

    assert names(table, version, *people) == order
    assert in_order(table, version, people)[-2].reason != "Vietnam"
    assert begin_version(head, table, source="Sidang ke-83", valid_from=date(2028, 9, 1)).begins_with == ""


def test_rank_by_hand_taken_back_comes_back(
    head: Actor, officer: Actor, version: PrecedenceVersion, client_of: ClientOf
) -> None:
    position = post(officer, "Budi", "Penasihat")
    rank = add_rank(head, version, RankFacts(name_id="Penasihat", name_en="Adviser"))
    give_rank(officer, position, rank, version=version)
    client = client_of(officer)
    taking_back = reverse("directory:precedence_by_hand", args=[version.by_hand.get().pk])

    page = client.post(taking_back, follow=True).content.decode()
    assert not version.by_hand.exists()
    giving = reverse("directory:precedence_rank_giving", args=[rank.pk])
    assert giving in page
    client.post(giving, {"position": str(position.pk)})

    assert version.by_hand.get().position == position
