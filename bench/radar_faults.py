"""Faults of communication laid into a network of mails, and what only looks like them. Nothing here knows how they are looked for.

Each function takes a world and a partner and does what its docstring says; `FAULTS` and `LOOKALIKES` list them by the name of the fault.
"""

from collections.abc import Callable
from itertools import pairwise

from bench.radar_network import DAY, World

type Plant = Callable[[World, int], None]

THINGS = (
    ("the list of delegates", "daftar delegasi"),
    ("the draft of the agreement", "draf perjanjian"),
    ("the schedule of the visit", "jadwal kunjungan"),
    ("the map of the harbour", "peta pelabuhan"),
    ("the results of the survey", "hasil survei"),
)
ASKING = (
    "Could you please send us {0}? We need it for our meeting.",
    "Mohon dikirimkan {1} kepada kami. Kami menunggu jawaban Bapak/Ibu.",
    "When can we expect {0}? Please let us know.",
    "Mohon konfirmasi kapan {1} dapat kami terima?",
)
LONG_ID = "Dengan hormat, bersama ini kami sampaikan bahwa pembahasan mengenai {1} akan dilanjutkan pada pertemuan berikutnya di kantor kami."
LONG_EN = "We would like to inform you that the discussion about {0} will be continued in the next meeting at our office in the city."


def _asked(world: World) -> str:
    return world.random.choice(ASKING).format(*world.random.choice(THINGS))


def _friend(world: World, partner: int) -> int:
    """One of ours who knows them, or whoever is there."""
    ours = {each.key for each in world.ours[:25]}
    known = [each.author for each in world.with_partner(partner) if each.author in ours]
    return known[-1] if known else world.random.choice(sorted(ours))


def unanswered_ours(world: World, partner: int) -> None:
    """They ask, and nobody answers."""
    world.say(partner, [_friend(world, partner)], world.random.uniform(12, 40), "A request", _asked(world))


def unanswered_theirs(world: World, partner: int) -> None:
    """We ask, and they do not answer."""
    world.say(_friend(world, partner), [partner], world.random.uniform(30, 60), "Our request", _asked(world))


def answered(world: World, partner: int) -> None:
    """They ask, and the answer comes the next day."""
    friend, ago = _friend(world, partner), world.random.uniform(12, 40)
    asked = world.say(partner, [friend], ago, "A request", _asked(world))
    world.say(
        friend, [partner], ago - 1, "Re: A request", "Attached you find what you asked for.", answers=asked
    )


def thanked(world: World, partner: int) -> None:
    """They thank, which wants no answer."""
    friend, ago = _friend(world, partner), world.random.uniform(12, 40)
    sent = world.say(friend, [partner], ago + 1, "The papers", "Attached you find the papers.")
    world.say(partner, [friend], ago, "Re: The papers", "Thank you very much.", answers=sent)


def just_asked(world: World, partner: int) -> None:
    """They asked a few hours ago."""
    world.say(partner, [_friend(world, partner)], 0.2, "A request", _asked(world))


def _lived(world: World, partner: int, pause: int) -> None:
    """The relation gets a heartbeat: besides what is there, something every so many days for half a year."""
    friend = _friend(world, partner)
    for number in range(180 // pause):
        way = (partner, friend) if number % 2 else (friend, partner)
        world.say(way[0], [way[1]], pause * number + 1.5, f"Weekly note {number}", "This is for your files.")


def silence(world: World, partner: int) -> None:
    """A partner with a heartbeat stops: for three times the longest pause of the half year before, at least six weeks."""
    _lived(world, partner, world.random.randint(4, 9))
    days = sorted({int(each.ago // DAY) for each in world.with_partner(partner) if each.ago < 260 * DAY})
    longest = max((later - earlier for earlier, later in pairwise(days)), default=10)
    quiet = max(3 * longest, 42)
    world.leave_out(partner, {each.key for each in world.with_partner(partner) if each.ago < quiet * DAY})


def usual_pause(world: World, partner: int) -> None:
    """The same, and the pause is no longer than pauses usually are."""
    pause = world.random.randint(6, 9)
    _lived(world, partner, pause)
    world.leave_out(partner, {each.key for each in world.with_partner(partner) if each.ago < pause * DAY})


def _conversations(world: World, partner: int, answers: list[tuple[float, float]]) -> None:
    friend = _friend(world, partner)
    for number, (ago, taken) in enumerate(answers):
        asked = world.say(friend, [partner], ago + taken, f"Question {number}", "This is for your files.")
        world.say(partner, [friend], ago, f"Re: Question {number}", "Here it is.", answers=asked)


def slower(world: World, partner: int) -> None:
    """They answered within hours for a year; the last five answers took from four to twelve days."""
    lot = world.random
    quick = [(60 + 20 * number, lot.uniform(0.1, 0.9)) for number in range(14)]
    _conversations(world, partner, quick + [(1.0 + 6 * number, 12 - 2 * number) for number in range(5)])


def always_slow(world: World, partner: int) -> None:
    """They have always taken a week."""
    _conversations(world, partner, [(1.0 + 14 * each, world.random.uniform(5, 9)) for each in range(14)])


def once_slow(world: World, partner: int) -> None:
    """One answer took long, and those behind it did not."""
    quick = [(1 + 14 * each, world.random.uniform(0.1, 0.9)) for each in range(14)]
    _conversations(world, partner, [*quick, (60.0, 11.0)])


def repeated(world: World, partner: int) -> None:
    """They ask one thing twice or thrice in other words, and nobody answers."""
    forms = (
        "When will the survey vessel arrive in the harbour of Ambon?",
        "Could you tell us when the survey vessel will arrive in Ambon harbour?",
        "Again: when does the survey vessel arrive in the Ambon harbour?",
    )
    for number, form in enumerate(forms[: world.random.randint(2, 3)]):
        world.say(
            partner,
            [_friend(world, partner)],
            50 - 14 * number,
            f"Vessel {number}",
            f"Dear colleagues,\n\n{form}\n\nRegards",
        )


def asked_and_answered(world: World, partner: int) -> None:
    """They ask twice, and have their answer."""
    friend = _friend(world, partner)
    question = "When will the survey vessel arrive in the harbour of Ambon?"
    world.say(partner, [friend], 40, "Vessel", question)
    again = world.say(partner, [friend], 20, "Vessel again", question)
    world.say(
        friend, [partner], 19, "Re: Vessel again", "The survey vessel arrives on Monday.", answers=again
    )


def two_questions(world: World, partner: int) -> None:
    """They ask two things about one matter."""
    friend = _friend(world, partner)
    world.say(partner, [friend], 40, "Vessel", "When will the survey vessel arrive in the harbour of Ambon?")
    world.say(partner, [friend], 20, "Crew", "Who pays the hotel of the crew in Ambon during the exercise?")


def _two_of_ours(world: World, partner: int) -> tuple[int, int]:
    one = _friend(world, partner)
    return one, world.random.choice([each.key for each in world.ours[:20] if each.key != one])


def contradiction(world: World, partner: int) -> None:
    """Two of ours tell them two figures, or two days, about one thing."""
    one, other = _two_of_ours(world, partner)
    said = world.random.choice(
        (
            ("The berth fee for ferries is USD 500 a day.", "For ferries the berth fee is USD 750 a day."),
            (
                "Biaya sandar kapal feri adalah Rp 5 juta.",
                "Untuk kapal feri, biaya sandar adalah Rp 7,5 juta.",
            ),
            ("The joint exercise begins on 12 March.", "Please note: the joint exercise begins on March 19."),
            ("Delegasi kami berjumlah 12 orang.", "Delegasi kami berjumlah 15 orang."),
            ("The discount for coastal ships is 15%.", "Our discount for coastal ships is 20%."),
        )
    )
    for author, sentence, ago in ((one, said[0], 30), (other, said[1], 12)):
        world.say(author, [partner], ago, f"Terms {ago}", f"Dear colleague,\n\n{sentence}\n\nRegards")


def in_agreement(world: World, partner: int) -> None:
    """Two of ours tell them the same."""
    one, other = _two_of_ours(world, partner)
    world.say(one, [partner], 30, "Terms", "The berth fee for ferries is USD 500 a day.")
    world.say(other, [partner], 12, "Terms", "For ferries the berth fee is USD 500 a day.")


def corrected(world: World, partner: int) -> None:
    """One of ours tells them another figure than before: it has changed."""
    one = _friend(world, partner)
    world.say(one, [partner], 30, "Terms", "The berth fee for ferries is USD 500 a day.")
    world.say(one, [partner], 12, "Correction", "The berth fee for ferries is now USD 750 a day.")


def other_things(world: World, partner: int) -> None:
    """Two of ours tell them figures of two things."""
    one, other = _two_of_ours(world, partner)
    world.say(one, [partner], 30, "Terms", "The berth fee for ferries is USD 500 a day.")
    world.say(other, [partner], 12, "Dinner", "The dinner of the delegation costs USD 750 altogether.")


def _of_two_departments(world: World, partner: int) -> tuple[int, int]:
    """Two of ours, of two departments, who have not written to them for half a year."""
    lately = {each.author for each in world.with_partner(partner) if each.ago < 180 * DAY}
    free = [each for each in world.ours[:40] if each.key not in lately]
    one = world.random.choice(free)
    other = world.random.choice([each for each in free if each.unit != one.unit])
    return one.key, other.key


def _alone(world: World, partner: int) -> None:
    """Nobody else of ours has written to them for a quarter, so that what follows is one fault, or none."""
    mails = world.with_partner(partner)
    world.leave_out(partner, {each.key for each in mails if each.author != partner and each.ago < 90 * DAY})


def silo(world: World, partner: int) -> None:
    """Two departments write to them for six weeks, and nobody tells the other."""
    _alone(world, partner)
    for offset, author in enumerate(_of_two_departments(world, partner)):
        for number in range(4):
            world.say(
                author, [partner], 9 * number + offset + 2, f"Matter {offset}", "This is for your files."
            )


def copied(world: World, partner: int) -> None:
    """The same, and one has got a copy."""
    _alone(world, partner)
    one, other = _of_two_departments(world, partner)
    for offset, author in enumerate((one, other)):
        for number in range(4):
            copies = [other if author == one else one] if number == 1 else []
            world.say(
                author,
                [partner],
                9 * number + offset + 2,
                f"Matter {offset} {number}",
                "This is for your files.",
                copies=copies,
            )


def one_department(world: World, partner: int) -> None:
    """Two of one department."""
    _alone(world, partner)
    one = world.random.choice(world.ours[:15])
    other = next(each for each in world.ours if each.unit == one.unit and each.key != one.key)
    for offset, author in enumerate((one.key, other.key)):
        for number in range(4):
            world.say(
                author, [partner], 9 * number + offset + 2, f"Matter {offset}", "This is for your files."
            )


def _carried_by(world: World, partner: int, writers: list[int]) -> None:
    """For five months nobody else writes to them; these do, twice a week in turn, and as often as all of us together before."""
    mails = world.with_partner(partner)
    before = sum(each.author != partner and 150 * DAY < each.ago < 300 * DAY for each in mails)
    others = {each.key for each in mails if each.author != partner and each.ago < 150 * DAY}
    world.leave_out(partner, others)
    number = max(36, before)
    for each in range(number):
        author = writers[each % len(writers)]
        world.say(author, [partner], 1 + each * 145 / number, f"Business {each}", "This is for your files.")


def bottleneck(world: World, partner: int) -> None:
    """One of ours writes everything."""
    _carried_by(world, partner, [_friend(world, partner)])


def shared(world: World, partner: int) -> None:
    """Two of ours write in turn."""
    _carried_by(world, partner, list(_two_of_ours(world, partner)))


def overload(world: World, partner: int) -> None:
    """Within ten days more than twice as many of ours write to them as ever in two weeks of the last months, at least five."""
    fortnights: dict[int, set[int]] = {}
    for mail in world.with_partner(partner):
        if mail.author != partner and mail.ago < 200 * DAY:
            fortnights.setdefault(int(mail.ago // (14 * DAY)), set()).add(mail.author)
    number = max(5, 2 * max((len(each) for each in fortnights.values()), default=0) + 1)
    for each, author in enumerate(world.random.sample(world.ours, min(number, len(world.ours)))):
        world.say(
            author.key, [partner], 1 + 9 * each / number, f"Matter {author.key}", "This is for your files."
        )


def three_writers(world: World, partner: int) -> None:
    """Two more of ours write to them."""
    for each, author in enumerate(world.random.sample(world.ours[:20], 2)):
        world.say(author.key, [partner], 2 + each, f"Matter {author.key}", "This is for your files.")


def _correspondence(world: World, partner: int, sent: str) -> None:
    friend = _friend(world, partner)
    for number in range(9):
        thing = THINGS[number % len(THINGS)]
        world.say(partner, [friend], 4 * number + 2, f"Surat {number}", LONG_ID.format(*thing))
        world.say(friend, [partner], 4 * number + 0.5, f"Letter {number}", sent.format(*thing))


def foreign(world: World, partner: int) -> None:
    """They write in Indonesian, and we in English."""
    world.leave_out(partner, {each.key for each in world.with_partner(partner) if each.ago < 130 * DAY})
    _correspondence(world, partner, LONG_EN)


def same_language(world: World, partner: int) -> None:
    """They write in Indonesian, and so do we."""
    world.leave_out(partner, {each.key for each in world.with_partner(partner) if each.ago < 130 * DAY})
    _correspondence(world, partner, LONG_ID)


def _clocked(world: World, partner: int, hour: int) -> None:
    """Our last mails arrive at this hour in Tokyo, where they are."""
    friend = _friend(world, partner)
    _alone(world, partner)
    for number in range(12):
        world.say(friend, [partner], 0.1 + number / 2, f"Note {number} at {hour}", "This is for your files.")
    world.records.append(("zone", partner, {"hour": hour}))


def night(world: World, partner: int) -> None:
    """It is three in the morning there."""
    _clocked(world, partner, 3)


def daylight(world: World, partner: int) -> None:
    """It is eleven in the morning there."""
    _clocked(world, partner, 11)


def _recorded(kind: str, **facts: object) -> Plant:
    """A record that is no mail."""

    def plant(world: World, partner: int) -> None:
        world.records.append((kind, partner, dict(facts) | {"lot": world.random.randint(0, 9)}))

    plant.__doc__ = f"{kind}: {facts}."
    return plant


def bounced(world: World, partner: int) -> None:
    """Our mail to them comes back."""
    key = world.say(_friend(world, partner), [partner], 3, "Invitation", "This is for your files.")
    world.records.append(("bounce", partner, {"mail": key, "settled": False}))


def bounced_and_settled(world: World, partner: int) -> None:
    """It came back, and somebody has seen to it."""
    key = world.say(_friend(world, partner), [partner], 3, "Invitation", "This is for your files.")
    world.records.append(("bounce", partner, {"mail": key, "settled": True}))


def left(world: World, partner: int) -> None:
    """They have left, and we still write."""
    world.say(_friend(world, partner), [partner], 3, "Invitation", "This is for your files.")
    world.records.append(("left", partner, {"days": 30}))


def _alive(world: World, partner: int, **facts: object) -> None:
    for number in range(8):
        world.say(
            partner, [_friend(world, partner)], 9 * number + 3, f"Note {number}", "This is for your files."
        )
    world.records.append(("lead", partner, facts))


def no_deputy(world: World, partner: int) -> None:
    """One leads, and nobody stands in."""
    _alive(world, partner, lead="active", deputy=False)


def nobody(world: World, partner: int) -> None:
    """Nobody is named at all."""
    _alive(world, partner, lead="", deputy=False)


def well_led(world: World, partner: int) -> None:
    """Lead and deputy are there."""
    _alive(world, partner, lead="active", deputy=True)


def absent(world: World, partner: int) -> None:
    """The lead has not been at work for two months, and they write."""
    _alive(world, partner, lead="away", deputy=True)


def gone(world: World, partner: int) -> None:
    """The lead has left the office."""
    _alive(world, partner, lead="gone", deputy=True)


def asked_to_say_back(world: World, partner: int) -> None:
    """A mail was to be said back, and was not."""
    key = world.say(_friend(world, partner), [partner], 20, "The route", "Please say it back.")
    world.records.append(
        ("read_back", partner, {"mail": key, "said": False, "days": world.random.randint(3, 12)})
    )


def said_back(world: World, partner: int) -> None:
    """It was said back."""
    key = world.say(_friend(world, partner), [partner], 20, "The route", "Please say it back.")
    world.records.append(("read_back", partner, {"mail": key, "said": True, "days": 5}))


def time_left(world: World, partner: int) -> None:
    """There is time left to say it back."""
    key = world.say(_friend(world, partner), [partner], 2, "The route", "Please say it back.")
    world.records.append(("read_back", partner, {"mail": key, "said": False, "days": -3}))


FAULTS: dict[str, tuple[Plant, ...]] = {
    "unanswered": (unanswered_ours, unanswered_theirs),
    "silence": (silence,),
    "slower": (slower,),
    "promise": (
        _recorded("promise", ours=True, made=40, due=9),
        _recorded("promise", ours=False, made=40, due=3),
        _recorded("promise", ours=False, made=40, due=-20, moved=2),
    ),
    "repeated-question": (repeated,),
    "contradiction": (contradiction,),
    "silo": (silo,),
    "bottleneck": (bottleneck,),
    "no-deputy": (no_deputy, nobody),
    "absent": (absent, gone),
    "contact": (bounced, left),
    "read-back": (asked_to_say_back,),
    "overload": (overload,),
    "language": (foreign,),
    "hours": (night,),
    "minutes": (_recorded("meeting", days=12, minutes=False),),
    "carried-action": (
        _recorded("action", meetings=3, closed=False),
        _recorded("action", meetings=4, closed=False),
    ),
    "expired-line": (
        _recorded("line", how="expired"),
        _recorded("line", how="withdrawn"),
        _recorded("line", how="replaced"),
    ),
}
LOOKALIKES: dict[str, tuple[Plant, ...]] = {
    "unanswered": (answered, thanked, just_asked),
    "silence": (usual_pause,),
    "slower": (always_slow, once_slow),
    "promise": (
        _recorded("promise", ours=True, made=40, due=-3),
        _recorded("promise", ours=False, made=40, due=9, kept=True),
        _recorded("promise", ours=False, made=40, due=-20, moved=1),
    ),
    "repeated-question": (asked_and_answered, two_questions),
    "contradiction": (in_agreement, corrected, other_things),
    "silo": (copied, one_department),
    "bottleneck": (shared,),
    "no-deputy": (well_led,),
    "absent": (well_led,),
    "contact": (bounced_and_settled,),
    "read-back": (said_back, time_left),
    "overload": (three_writers,),
    "language": (same_language,),
    "hours": (daylight,),
    "minutes": (_recorded("meeting", days=12, minutes=True), _recorded("meeting", days=1, minutes=False)),
    "carried-action": (
        _recorded("action", meetings=2, closed=False),
        _recorded("action", meetings=4, closed=True),
    ),
    "expired-line": (_recorded("line", how="good"),),
}
