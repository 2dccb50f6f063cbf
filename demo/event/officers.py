"""The liaison officers of the festival: invented."""

from dataclasses import dataclass
from datetime import timedelta

from demo.correspondence.scene import Scene
from demo.event import guests
from jembatan.programmes.models import Officer, OfficerLanguage, Post, Programme


@dataclass(frozen=True, slots=True)
class Hand:
    """An officer: languages with their CEFR levels, experience from 0 to 3, employment, and the days (from today) on which they cannot come."""

    name: str
    call_name: str
    languages: str
    level: int = 0
    employment: str = "full"
    away: tuple[int, ...] = ()
    standby: bool = False


LEADS = 2
HANDS = (
    Hand("Sekar Ayu Lestari", "Sekar", "en:C1 ja:B2", 3),
    Hand("Yusuf Hidayat", "Yusuf", "en:C1 ar:C1", 3),
    Hand("Melati Siregar", "Melati", "en:B2 ja:C1", 2),
    Hand("Fajar Nugroho", "Fajar", "en:B2 ja:B1", 1, "part"),
    Hand("Intan Permatasari", "Intan", "en:C1 nl:B2", 2),
    Hand("Willem Tahapary", "Wim", "en:B2 nl:C1", 1),
    Hand("Clara Ohoiwutun", "Clara", "en:C1 nl:B1", 0, "free", (5, 6)),
    Hand("Nguyen Thi Mai", "Mai", "en:B1 vi:C2", 1),
    Hand("Rangga Saputra", "Rangga", "en:B2 vi:B1", 2),
    Hand("Dewi Anggraini", "Dewi", "en:C1 vi:B2", 0, "part"),
    Hand("Ahmad Fauzi", "Ahmad", "en:B2 ar:C1", 2),
    Hand("Nurul Hasanah", "Nurul", "en:B1 ar:B2", 1),
    Hand("Zainab Alatas", "Zainab", "en:C1 ar:C2", 1, "free", (4,)),
    Hand("Hasan Basri", "Hasan", "en:B1 ar:B1", 0),
    Hand("Kevin Tanuwijaya", "Kevin", "en:C1 zh:C1", 2),
    Hand("Liu Mei Hua", "Mei", "en:B2 zh:C2", 1),
    Hand("Stefani Gunawan", "Stefani", "en:C1 zh:B2", 1, "part"),
    Hand("Rudi Halim", "Rudi", "en:B1 zh:B1", 0),
    Hand("Nabila Putri", "Nabila", "en:C1 ms:C1", 2),
    Hand("Iskandar Zulkarnain", "Iskandar", "en:B2 ms:C2", 1),
    Hand("Siti Rahmah", "Rahmah", "en:B2 ms:C1", 0, "part", (2,)),
    Hand("Gregorius Manek", "Goris", "en:C1", 2),
    Hand("Theresia Wattimena", "Tere", "en:C2", 2),
    Hand("Andi Makkasau", "Andi", "en:B2", 1),
    Hand("Komang Widiastuti", "Komang", "en:B2 ja:A2", 1),
    Hand("Bintang Aritonang", "Bintang", "en:C1", 0, "part"),
    Hand("Putri Handayani", "Putri", "en:B2", 0),
    Hand("Lukas Rumbiak", "Lukas", "en:B1", 1, "free", (0, 1)),
    Hand("Maya Kusumawardani", "Maya", "en:C1 zh:B1", 1, standby=True),
    Hand("Farid Wajdi", "Farid", "en:B2 ar:B2", 1, standby=True),
    Hand("Ester Pangemanan", "Ester", "en:C1 nl:B1", 1, standby=True),
)


def take_on(scene: Scene, programme: Programme, post: Post) -> None:
    """Everyone of `HANDS`, the first of them leading the others in turn."""
    days = range(guests.FIRST_DAY, guests.LAST_DAY + 1)
    taken_on = Officer.objects.bulk_create(
        Officer(
            desk=scene.desk,
            programme=programme,
            number=number,
            full_name=hand.name,
            call_name=hand.call_name,
            email=f"{hand.call_name.lower()}.{number}@lo.example",
            phone=f"+62812000{number:05}",
            post=post,
            employment=hand.employment,
            level=hand.level,
            status=Officer.Status.STANDBY if hand.standby else Officer.Status.ACTIVE,
            days=[scene.today + timedelta(days=day) for day in days if day not in hand.away],
        )
        for number, hand in enumerate(HANDS, 1)
    )
    for number, officer in enumerate(taken_on[LEADS:]):
        officer.leader = taken_on[number % LEADS]
    Officer.objects.bulk_update(taken_on, ["leader"])
    OfficerLanguage.objects.bulk_create(
        OfficerLanguage(
            desk=scene.desk,
            officer=officer,
            language=language,
            declared=cefr,
            tested=cefr if officer.level else "",
        )
        for officer, hand in zip(taken_on, HANDS, strict=True)
        for language, cefr in (each.split(":") for each in hand.languages.split())
    )
