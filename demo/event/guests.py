"""Who comes to the festival, where it happens, and what is planned for them: invented."""

from dataclasses import dataclass

NAME = "Festival Layar Nusantara"
FIRST_DAY, LAST_DAY = -1, 6
"""Days from today."""
ZONE = "Asia/Makassar"

VILLAGE, HARBOUR, HALL, MUSEUM, AIRPORT = range(5)
PLACES = (
    ("Wisma Bahari", "village", "Jalan Pelaut 1"),
    ("Dermaga Layar", "venue", "Pelabuhan Tanjung Bahari, dermaga 3"),
    ("Balai Samudra", "venue", "Jalan Samudra 12"),
    ("Museum Perahu", "venue", "Jalan Perahu 4"),
    ("Bandara Teluk Bahari", "terminal", "Terminal kedatangan internasional"),
)
MINUTES = (
    (0, 15, 20, 30, 45),
    (15, 0, 15, 20, 45),
    (20, 15, 0, 15, 40),
    (30, 20, 15, 0, 50),
    (45, 45, 40, 50, 0),
)


@dataclass(frozen=True, slots=True)
class Guests:
    """A delegation: who leads it, how it comes and goes. Days are from today; hours are those of the festival."""

    name: str
    code: str
    country: str
    language: str
    size: int
    head: tuple[str, str, str]
    flight: str
    from_city: str
    from_zone: str
    arrives: tuple[int, float]
    leaves: tuple[int, float]
    hours: float
    notes: tuple[tuple[str, str, str], ...] = ()


GUESTS = (
    Guests(
        "Akitsu",
        "AKT",
        "JP",
        "ja",
        24,
        ("Haruka Mizuno", "Ms", "Head of delegation"),
        "AK 417",
        "Akitsu",
        "Asia/Tokyo",
        (-1, 14.5),
        (6, 10),
        7,
        (
            ("diet", "Two members eat no shellfish.", "TLP:AMBER"),
            (
                "courtesy",
                "Business cards are handed over with both hands; the head of delegation first.",
                "TLP:GREEN",
            ),
        ),
    ),
    Guests(
        "Halvern",
        "HAL",
        "NL",
        "nl",
        16,
        ("Annelies de Wit", "Mevrouw", "Harbour master"),
        "HV 88",
        "Halvern",
        "Europe/Amsterdam",
        (-1, 18),
        (5, 21),
        16,
    ),
    Guests(
        "Biển Thanh",
        "BTH",
        "VN",
        "vi",
        18,
        ("Nguyễn Thị Lan", "Bà", "Deputy director"),
        "BT 602",
        "Biển Thanh",
        "Asia/Ho_Chi_Minh",
        (-1, 11),
        (6, 13),
        5,
    ),
    Guests(
        "Qasr al-Bahr",
        "QAB",
        "OM",
        "ar",
        32,
        ("Salim al-Harthy", "His Excellency", "Under-secretary"),
        "QB 21",
        "Qasr al-Bahr",
        "Asia/Muscat",
        (0, 1.5),
        (6, 2),
        9,
        (
            ("diet", "Halal for all; a room for prayer on every day.", "TLP:AMBER"),
            ("medical", "One member needs insulin kept cool.", "TLP:RED"),
            ("courtesy", "Greet with the right hand; wait for a lady to offer hers.", "TLP:GREEN"),
        ),
    ),
    Guests(
        "Port Selwyn",
        "PSW",
        "AU",
        "en",
        20,
        ("Rebecca Tran", "Ms", "Commodore"),
        "PS 7",
        "Port Selwyn",
        "Australia/Sydney",
        (-1, 20.25),
        (6, 8),
        8,
    ),
    Guests(
        "Haiqing",
        "HQG",
        "CN",
        "zh",
        40,
        ("Chen Yulan", "Ms", "Vice mayor"),
        "HQ 933",
        "Haiqing",
        "Asia/Shanghai",
        (-1, 16),
        (6, 15.5),
        6,
        (("security", "The vice mayor travels with two officers of her own.", "TLP:AMBER+STRICT"),),
    ),
    Guests(
        "Selat Perdana",
        "SLP",
        "MY",
        "ms",
        14,
        ("Datuk Azlan bin Rahim", "Datuk", "Chairman"),
        "SP 310",
        "Selat Perdana",
        "Asia/Kuala_Lumpur",
        (-1, 9.5),
        (5, 17),
        4,
    ),
)
type Item = tuple[int, float, float, int, str]
"""Days from today, from hour to hour, where, and what."""
# What all do.
TOGETHER: tuple[Item, ...] = (
    (0, 9, 11, HALL, "Upacara pembukaan"),
    (1, 8, 12, HARBOUR, "Lomba layar, babak pertama"),
    (2, 8, 12, HARBOUR, "Lomba layar, babak kedua"),
    (3, 10, 12, MUSEUM, "Kunjungan ke Museum Perahu"),
    (4, 8, 12, HARBOUR, "Lomba layar, final"),
    (5, 16, 18, HALL, "Upacara penutupan"),
)
# What one does, by its code.
ALONE: tuple[tuple[str, Item], ...] = (
    ("AKT", (1, 15, 16.5, HALL, "Pembicaraan tentang survei alur utara")),
    ("QAB", (2, 14, 15.5, HALL, "Kunjungan kehormatan kepada gubernur")),
    ("HQG", (2, 16, 17.5, HALL, "Penandatanganan kota kembar")),
    ("HAL", (3, 14, 16, HARBOUR, "Latihan pandu di simulator")),
)
# Templates of duties: name, made for, minutes before and after, officers, experience, priority, in their language.
TEMPLATES = (
    ("Menjemput", "arrival", 60, 90, 1, 1, 3, True),
    ("Mengantar pulang", "departure", 180, 30, 1, 0, 3, False),
    ("Mendampingi acara", "item", 45, 30, 1, 0, 2, True),
)
DESK = ("Meja wisma", 13 * 60, 17 * 60)
