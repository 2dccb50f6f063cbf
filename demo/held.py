"""What was said, decided and given at meetings of the demo office."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """An action: whose (a member or a contact), due so many days from today; `done` if it is."""

    text: str
    whose: str
    due: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda with what the minutes say of it, what was decided, and who does what."""

    title: str
    text: str
    decisions: tuple[str, ...] = ()
    actions: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """Minutes of a planned meeting; `agreed` so many days after it with the guest of that key, or still being written."""

    meeting: str
    whole: str
    points: tuple[Point, ...]
    absent: str = ""
    agreed_after: int = 0
    agreed_with: str = ""


WRITTEN = (
    Written(
        "halvern-visit",
        "The delegation of the Port of Halvern visited the pilot station and the simulator room. Both sides found the programme of the training in order.",
        (
            Point(
                "Programme of the pilot training",
                "Ms van der Berg presented twelve days of training in two groups. Ibu Ratna asked for one day on board in bad weather, and Mr Okafor agreed to it.",
                ("The training takes place in the second half of March, in two groups of six pilots.",),
                (
                    Given("Send the list of the twelve pilots with their languages", "maria", -2),
                    Given("Reserve the simulator for both groups", "okafor", 6),
                ),
            ),
            Point(
                "Draft of the MoU",
                "Articles 1 to 6 are settled. On article 7 the Port of Halvern asks who bears the travel costs; we answer in writing.",
                ("Article 7 is settled by letter, without another meeting.",),
                (Given("Send the comments of the legal bureau on article 7", "maria", -29, done=True),),
            ),
        ),
        agreed_after=9,
        agreed_with="vanderberg",
    ),
    Written(
        "feri",
        "Pertemuan di kantor Astraline tentang slot dermaga libur akhir tahun.",
        (
            Point(
                "Pelayaran tambahan 20 Desember sampai 4 Januari",
                "Astraline merencanakan enam pelayaran tambahan sehari. Dermaga 3 dipakai bila dermaga 1 penuh; pagi 25 Desember dikosongkan untuk ibadah.",
                ("Pelayaran 25 Desember pagi pindah ke dermaga 1.",),
                (
                    Given("Kirim jadwal pelayaran tambahan yang sudah diperbaiki", "aisyah", 3),
                    Given(
                        "Tanyakan kepada otoritas pelabuhan apakah dermaga 3 boleh dipakai malam hari",
                        "bagus",
                        1,
                    ),
                ),
            ),
        ),
        absent="somchai",
    ),
)
