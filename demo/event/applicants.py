"""Who applies to the festival: invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Applicant:
    """Languages with what they declare and, behind a "+", what a test found; education and years as the model counts them.

    `away` are days from today; `ties` name a country and why; `marks` are those of each interviewer, for the five skills.
    """

    name: str
    call_name: str
    born: int
    languages: str
    education: int
    years: int
    state: str = "new"
    employment: str = "full"
    country: str = "ID"
    away: tuple[int, ...] = ()
    certificates: tuple[str, ...] = ()
    ties: tuple[tuple[str, str], ...] = ()
    marks: tuple[tuple[int, ...], ...] = ()
    why: str = "Saya suka bertemu orang dari tempat lain, dan laut sudah dekat dengan saya sejak kecil."


APPLICANTS = (
    Applicant(
        "Laksmi Paramita",
        "Laksmi",
        1998,
        "en:C1+C1 ja:B2+B2",
        3,
        3,
        "shortlisted",
        certificates=("P3K",),
        marks=((4, 4, 3, 4, 5), (5, 4, 4, 4, 4)),
    ),
    Applicant(
        "Yohanes Kelen",
        "Yan",
        1995,
        "en:B2 nl:B1",
        3,
        4,
        "shortlisted",
        employment="part",
        marks=((3, 4, 3, 3, 4),),
    ),
    Applicant(
        "Chandra Wirawan",
        "Chandra",
        2001,
        "en:C1 zh:C1",
        3,
        1,
        "shortlisted",
        certificates=("HSK 5", "SIM A"),
    ),
    Applicant("Salma Bawazier", "Salma", 1997, "en:B2+B2 ar:C1", 4, 5, "waiting", marks=((4, 3, 4, 3, 3),)),
    Applicant("Rizal Tuasikal", "Rizal", 2000, "en:B1 ms:B2", 2, 2, "waiting", away=(3, 4)),
    Applicant(
        "Ester Pangemanan",
        "Ester",
        1996,
        "en:C1+C1 nl:B1",
        3,
        2,
        "accepted",
        certificates=("P3K",),
        marks=((5, 4, 4, 4, 5),),
    ),
    Applicant("Bowo Setiadi", "Bowo", 2003, "id:C2", 1, 0, "declined", employment="free"),
    Applicant("Imelda Rorong", "Imelda", 1999, "en:B2", 3, 1, "withdrawn"),
    Applicant("Haruto Sasaki", "Haruto", 1994, "ja:C2 en:B2 id:B1", 4, 6, country="JP"),
    Applicant(
        "Ketut Ariani",
        "Ketut",
        1999,
        "en:C1 ja:C1",
        3,
        3,
        ties=(("Jepang", "Suami bekerja pada delegasi Akitsu"),),
    ),
    Applicant("Nadia Firdausi", "Nadia", 2002, "en:B2 ar:B1", 2, 1, employment="part", away=(0, 1)),
    Applicant(
        "Tran Van Hai", "Hai", 1998, "vi:C2 en:B2 id:C1", 3, 2, ties=(("Vietnam", "Kewarganegaraan kedua"),)
    ),
    Applicant("Dian Kusnadi", "Dian", 2001, "en:B1 zh:A2", 3, 0, employment="free", away=(5, 6)),
    Applicant("Maria Goreti Seran", "Goreti", 1997, "en:B2 pt:B2", 3, 4, certificates=("SIM A",)),
)
