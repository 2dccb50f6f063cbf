"""Two spellings of one name, and two names that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.directory.queries.likeness import SAME, organisation_likeness, person_likeness
from jembatan.directory.queries.likeness.people import bare_name

ONE_PERSON = [
    ("Prof. Dr. Ir. H. Budi Santoso, M.Sc., Ph.D.", "Budi Santoso"),
    ("Drs. Agus Salim, S.H., M.H.", "Agus Salim"),
    ("Letjen TNI (Purn) Bambang Wirawan", "Bambang Wirawan"),
    ("H. Ma'ruf Hakim", "KH Maruf Hakim"),
    ("Ibu Retno", "Retno"),
    ("H.E. Maria da Silva", "Maria da Silva"),
    ("Muhammad Yusuf", "Moh. Jusuf"),
    ("Djoko Soesilo", "Joko Susilo"),
    ("Tjahjo Koesoemo", "Cahyo Kusumo"),
    ("Siti Rahma", "Siti Rahmah"),
    ("Abdul Rahman", "Abdurrahman"),
    ("Dewi Lestari", "Devi Lestari"),
    ("B. Santoso", "Budi Santoso"),
    ("S.B. Yudhistira", "Susilo Bambang Yudhistira"),
    ("Retno Marsudi", "Retno Lestari Priansari Marsudi"),
    ("Santoso, Budi", "Budi Santoso"),
    ("Wang Xiaoming", "Xiaoming Wang"),
    ("José García", "Jose Garcia"),
    ("Nguyễn Văn An", "Nguyen Van An"),
    ("Сергей Иванов", "Sergey Ivanov"),
    ("Bob Smith", "Robert Smith"),
    ("Sri Mulyani", "Sri Mulyani Indrawati"),
    ("AB Wijaya", "Agus Budi Wijaya"),
    ("Park Geun-hye", "Geunhye Park"),
    ("Abdul Rahman bin Yusof", "Abdulrahman Yusuf"),
    ("Khalid al-Mansouri", "Khaled Almansoori"),
    ("Ōno Yūko", "Yuko Ohno"),
    ("Jürgen Groß", "Juergen Gross"),
    ("Wahyu Nugroho", "Wahju Noegroho"),
    ("Christina Wijaya", "Kristina Widjaja"),
    ("Yohanes Kristianto", "Johannes Christianto"),
    ("Osama Saleh", "Usamah Salih"),
    ("Bidi Santoso", "Budi Santoso"),
    ("Budi Santoso", "Santoso B."),
]
TWO_PEOPLE = [
    ("Budi Santoso", "Budi Hartono"),
    ("Andi Wijaya", "Andri Wijaya"),
    ("Agus Salim", "Agus Halim"),
    ("Suharto", "Suharto Wijaya"),
    ("John Smith", "Jane Smith"),
    ("A. B.", "Ahmad Budi"),
    ("Siti Aminah", "Siti Maimunah"),
    ("Maria Lengkong", "Mario Tanjung"),
    ("Daniel Lee", "Danielle Lee"),
    ("Maria Garcia", "Marta Garcia"),
    ("Bayu Saputra", "Bayu Saputri"),
    ("Sri Wahyuni", "Sri Wahyudi"),
    ("Bambang Susilo", "Susilo Bambang Yudhoyono"),
    ("Kim Min-jun", "Kim Min-ji"),
]
ONE_ORGANISATION = [
    ("PT Maju Jaya Tbk", "Maju Jaya"),
    ("Acme Inc.", "ACME Incorporated"),
    ("Kementerian Luar Negeri", "Ministry of Foreign Affairs"),
    ("Kemlu", "Kementerian Luar Negeri RI"),
    ("Badan Pusat Statistik", "BPS"),
    ("Badan Standardisasi Nasional (BSN)", "BSN"),
    ("Universitas Indonesia", "Univ. Indonesia"),
    ("Embassy of Japan", "Kedutaan Besar Jepang"),
    ("Kementerian Kelautan dan Perikanan", "Ministry of Marine Affairs and Fisheries"),
    ("World Health Organization", "WHO"),
    ("Organisasi Kesehatan Dunia", "WHO"),
    ("Embassy of the United States of America", "Kedutaan Besar Amerika Serikat"),
    ("DPR RI", "Dewan Perwakilan Rakyat Republik Indonesia"),
    ("RSUP Dr. Sardjito", "Rumah Sakit Umum Pusat Dr. Sardjito"),
    ("三菱商事株式会社", "三菱商事"),
    ("Embassy of the Republic of Singapore", "Singapore Embassy"),
    ("Siemens AG", "Siemens Aktiengesellschaft"),
    ("U.S. Department of State", "US Dept. of State"),
]
TWO_ORGANISATIONS = [
    ("Kementerian Perdagangan", "Kementerian Perindustrian"),
    ("Bank Mandiri", "Bank Central Asia"),
    ("Dinas Kesehatan Kota Bandung", "Dinas Kesehatan Kota Bogor"),
    ("Direktorat Jenderal Pajak", "Kementerian Keuangan"),
    ("PT Maju", "PT Mundur"),
    ("Embassy of Australia", "Embassy of Austria"),
    ("World Health Organization", "World Trade Organization"),
    ("Kementerian Luar Negeri", "Kementerian Dalam Negeri"),
    ("PT Maju Jaya", "PT Maju Jaya Abadi"),
    ("PT Angkasa Pura I", "PT Angkasa Pura II"),
]


@pytest.mark.parametrize(("a", "b"), ONE_PERSON)
def test_names_of_one_person_are_the_same_in_either_order(a: str, b: str) -> None:
    assert person_likeness(a, b) >= SAME
    assert person_likeness(a, b) == person_likeness(b, a)


@pytest.mark.parametrize(("a", "b"), TWO_PEOPLE)
def test_names_of_two_people_are_not(a: str, b: str) -> None:
    assert person_likeness(a, b) < SAME


@pytest.mark.parametrize(("a", "b"), ONE_ORGANISATION)
def test_names_of_one_organisation_are_the_same_in_either_order(a: str, b: str) -> None:
    assert organisation_likeness(a, b) >= SAME
    assert organisation_likeness(a, b) == organisation_likeness(b, a)


@pytest.mark.parametrize(("a", "b"), TWO_ORGANISATIONS)
def test_names_of_two_organisations_are_not(a: str, b: str) -> None:
    assert organisation_likeness(a, b) < SAME


def test_a_name_that_is_nothing_but_titles_stays_a_name() -> None:
    assert bare_name("Drs. H.") == ("drs", "h")


WORDS = [
    "Budi",
    "Santoso",
    "Sri",
    "Dr.",
    "H.",
    "PT",
    "Bank",
    "RI",
    "(BI)",
    "de",
    "al-",
    "A.",
    "王小明",
    "Wei",
    "Ling",
    "Weiling",
]
NAMES = st.lists(st.sampled_from(WORDS) | st.text(max_size=8)).map(" ".join)


@given(NAMES, NAMES)
def test_either_order_of_any_two_texts_gives_one_score(a: str, b: str) -> None:
    for likeness in (person_likeness, organisation_likeness):
        assert 0 <= likeness(a, b) <= 1
        assert likeness(a, b) == likeness(b, a)


@given(NAMES)
def test_any_name_is_its_own(name: str) -> None:
    assert person_likeness(name, name) == (1.0 if bare_name(name) else 0.0)
