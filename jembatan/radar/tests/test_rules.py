"""Each rule finds its fault, and not what only looks like it."""

from dataclasses import replace

import pytest

from jembatan.radar.analysis.facts import (
    DAY,
    Answerable,
    Awaited,
    Carried,
    Claim,
    Copied,
    Facts,
    Handed,
    Held,
    Lost,
    Promise,
    Question,
    Said,
    Unsaid,
    Wait,
    Written,
)
from jembatan.radar.analysis.rules import RULES
from jembatan.radar.tests.relation import BAGUS, BUDI, MARIA, NOW, answered, came, exchanges, sent

WEEKLY = [came(7.0 * week + 2) for week in range(10)]
QUICK = [row for number in range(8) for row in answered(40 - 4 * number, 1, number + 1)]
SLOW = [row for number in range(4) for row in answered(6 - number, 5 + number, 20 + number)]
WORDS = frozenset({"berth", "fee", "ferry", "halvern"})
ALONE = [sent(4.0 * number + 1) for number in range(16)]
CIRCLES = [sent(number + 1.0, BAGUS, thread=number + 1) for number in range(3)]
CIRCLES += [sent(number + 1.5, MARIA, thread=number + 11) for number in range(3)]
SEATS = {BAGUS: "Legal", MARIA: "Protocol"}
ENGLISH, INDONESIAN = 256 * ord("e") + ord("n"), 256 * ord("i") + ord("d")
FOREIGN = [came(number + 2.0, language=INDONESIAN) for number in range(5)]


def _wait(ago: float, *, ours: bool = True, due: float | None = None, key: str = "thread 1") -> Wait:
    since = int(NOW - ago * DAY)
    return Wait(key, ours, since, 0 if due is None else int(NOW - due * DAY), 1, "Berth")


def _promise(*, due: float | None = None, made: float = 10, moved: int = 0) -> Promise:
    return Promise(
        1, True, int(NOW - made * DAY), 0 if due is None else int(NOW - due * DAY), moved, 1, "Draft"
    )


def _question(ago: float, entry: int, words: frozenset[str] = WORDS, answered: int = 0) -> Question:
    return Question(int(NOW - ago * DAY), entry, 0, words, answered)


def _claim(ago: float, entry: int, ours: int, value: str, about: frozenset[str] = WORDS) -> Claim:
    return Claim(int(NOW - ago * DAY), entry, ours, about, "usd", value)


def _noise(number: int) -> Claim:
    return Claim(NOW, 100 + number, BAGUS, frozenset({f"about {number}", "noise"}), "usd", "1")


def _mails(writers: int, ago: float = 3) -> tuple[Written, ...]:
    return tuple(Written(int(NOW - ago * DAY), number, 2 * number, BUDI) for number in range(1, writers + 1))


USUALLY_SIX = tuple(each for weeks in (20, 34, 48) for each in _mails(6, weeks))
FAULTS: list[tuple[str, Facts]] = [
    ("unanswered", Facts(NOW, waits=(_wait(4),))),
    ("unanswered", Facts(NOW, waits=(_wait(2, due=1),))),
    ("unanswered", Facts(NOW, exchanges(*QUICK), waits=(_wait(2, ours=False, due=-5),))),
    ("unanswered", Facts(NOW, waits=(_wait(900, key="statement 1"),))),
    ("slower", Facts(NOW, exchanges(*QUICK, *SLOW))),
    ("silence", Facts(NOW, exchanges(*[row | {"ago": row["ago"] + 33} for row in WEEKLY]))),
    ("promise", Facts(NOW, promises=(_promise(due=1),))),
    ("promise", Facts(NOW, promises=(_promise(due=-9, moved=2),))),
    ("promise", Facts(NOW, promises=(_promise(made=40),))),
    ("repeated-question", Facts(NOW, questions=(_question(20, 1), _question(3, 2)))),
    ("contradiction", Facts(NOW, claims=(_claim(9, 1, BAGUS, "5"), _claim(3, 2, MARIA, "7")))),
    ("silo", Facts(NOW, exchanges(*CIRCLES), departments=SEATS)),
    ("bottleneck", Facts(NOW, exchanges(*ALONE))),
    ("no-deputy", Facts(NOW, exchanges(*WEEKLY), answerable=Answerable(BAGUS))),
    ("no-deputy", Facts(NOW, exchanges(*WEEKLY))),
    ("absent", Facts(NOW, exchanges(*WEEKLY), answerable=Answerable(BAGUS, MARIA, int(NOW - 40 * DAY)))),
    ("absent", Facts(NOW, exchanges(*WEEKLY), answerable=Answerable(BAGUS, MARIA, NOW, here=False))),
    ("contact", Facts(NOW, lost=(Lost("address x", NOW, False, 1, "x"),))),
    ("read-back", Facts(NOW, unsaid=(Unsaid(1, NOW - DAY, 1, 2, 1, "Route"),))),
    ("overload", Facts(NOW, written=_mails(4))),
    ("language", Facts(NOW, exchanges(*FOREIGN, *[sent(n + 1.0, language=ENGLISH) for n in range(5)]))),
    ("hours", Facts(NOW, exchanges(*[sent(number + 1.0, hour=2) for number in range(6)]))),
    ("minutes", Facts(NOW, held=(Held(1, NOW - 4 * DAY, 0, 1, "Talks"),))),
    ("carried-action", Facts(NOW, carried=(Carried(1, NOW - 90 * DAY, 3, 1, "Send maps"),))),
    ("expired-line", Facts(NOW, said=(Said(NOW - DAY, 1, 1, NOW - 9 * DAY, "Tolls"),))),
    ("not-come", Facts(NOW, awaited=(Awaited(1, NOW - 900, False, 1, "Sari", "Lunch"),))),
    ("handover", Facts(NOW, handed=(Handed(1, NOW - 7200, 0, 1, "Tono", "Sari"),))),
    ("handover", Facts(NOW, handed=(Handed(1, NOW - 600, NOW - 60, 1, "Tono", "Sari"),))),
]
LOOKALIKES: list[tuple[str, Facts]] = [
    ("unanswered", Facts(NOW, waits=(_wait(2),))),
    ("unanswered", Facts(NOW, waits=(_wait(20, due=-1),))),
    ("unanswered", Facts(NOW, waits=(_wait(400),))),
    ("unanswered", Facts(NOW, waits=(_wait(4, key="statement 1", due=-3),))),
    ("slower", Facts(NOW, exchanges(*QUICK, *answered(1, 9, 30)))),
    ("slower", Facts(NOW, exchanges(*SLOW))),
    ("silence", Facts(NOW, exchanges(*WEEKLY))),
    ("silence", Facts(NOW, exchanges(*[row | {"ago": row["ago"] + 400} for row in WEEKLY]))),
    ("silence", Facts(NOW, exchanges(came(90), came(97)))),
    ("promise", Facts(NOW, promises=(_promise(due=-1), _promise(made=20), _promise(due=-3, moved=1)))),
    ("repeated-question", Facts(NOW, questions=(_question(20, 1), _question(3, 2, answered=NOW)))),
    ("repeated-question", Facts(NOW, questions=(_question(20, 1), _question(20, 1)))),
    ("repeated-question", Facts(NOW, questions=(_question(20, 1), _question(3, 2, frozenset("abcd"))))),
    ("contradiction", Facts(NOW, claims=(_claim(9, 1, BAGUS, "5"), _claim(3, 2, BAGUS, "7")))),
    ("contradiction", Facts(NOW, claims=(_claim(9, 1, BAGUS, "5"), _claim(3, 2, MARIA, "5")))),
    (
        "contradiction",
        Facts(NOW, claims=(_claim(9, 1, BAGUS, "5"), _claim(3, 2, MARIA, "7"), _claim(1, 3, BAGUS, "7"))),
    ),
    ("silo", Facts(NOW, exchanges(*CIRCLES), departments=SEATS, copied=(Copied(1, MARIA),))),
    ("silo", Facts(NOW, exchanges(*CIRCLES), departments={BAGUS: "Legal", MARIA: "Legal"})),
    ("silo", Facts(NOW, exchanges(*CIRCLES[:5]), departments=SEATS)),
    ("bottleneck", Facts(NOW, exchanges(*ALONE, sent(2, MARIA), sent(3, MARIA)))),
    ("bottleneck", Facts(NOW, exchanges(*[sent(number / 9) for number in range(20)]))),
    ("no-deputy", Facts(NOW, exchanges(*WEEKLY), answerable=Answerable(BAGUS, MARIA))),
    ("no-deputy", Facts(NOW, exchanges(*WEEKLY[:3]))),
    ("absent", Facts(NOW, exchanges(*WEEKLY), answerable=Answerable(BAGUS, MARIA, int(NOW - 10 * DAY)))),
    ("read-back", Facts(NOW, unsaid=(Unsaid(1, NOW - DAY, 0, 2, 1, ""), Unsaid(2, NOW + DAY, 1, 1, 1, "")))),
    ("overload", Facts(NOW, written=_mails(3))),
    ("overload", Facts(NOW, written=_mails(6) + USUALLY_SIX)),
    ("language", Facts(NOW, exchanges(*FOREIGN, *[sent(n + 1.0, language=INDONESIAN) for n in range(5)]))),
    ("hours", Facts(NOW, exchanges(*[sent(number + 1.0, hour=10) for number in range(6)]))),
    ("minutes", Facts(NOW, held=(Held(1, NOW - 4 * DAY, NOW - DAY, 1, ""), Held(2, NOW - DAY, 0, 2, "")))),
    ("carried-action", Facts(NOW, carried=(Carried(1, NOW - 90 * DAY, 2, 1, ""),))),
    ("expired-line", Facts(NOW, said=(Said(NOW - DAY, 1, 1, 0, ""),))),
    ("handover", Facts(NOW, handed=(Handed(1, NOW - 600, NOW + 60, 1, "Tono", "Sari"),))),
    ("handover", Facts(NOW, handed=(Handed(1, NOW - 3500, 0, 1, "Tono", "Sari"),))),
]


@pytest.mark.parametrize(("rule", "facts"), FAULTS)
def test_fault_is_found_with_its_evidence(rule: str, facts: Facts) -> None:
    found = list(RULES[rule](facts))
    assert [each.rule for each in found] == [rule]
    assert found[0].entries
    assert 1 <= found[0].severity <= 100


@pytest.mark.parametrize(("rule", "facts"), LOOKALIKES)
def test_what_only_looks_like_it_is_no_fault(rule: str, facts: Facts) -> None:
    assert list(RULES[rule](facts)) == []


def test_partner_who_is_told_thousands_is_compared_with_the_latest_alone() -> None:
    pair = (_claim(9, 1, BAGUS, "5"), _claim(3, 2, MARIA, "7"))
    found = [
        len(list(RULES["contradiction"](Facts(NOW, claims=(*pair, *map(_noise, range(number)))))))
        for number in (10, 600)
    ]
    assert found == [1, 0]


def test_every_rule_is_tried() -> None:
    assert {rule for rule, _facts in FAULTS} == set(RULES)


def test_nothing_is_found_where_nothing_is_known() -> None:
    assert [each for rule in RULES.values() for each in rule(Facts(NOW))] == []


def test_longer_is_more_serious() -> None:
    one, other = (next(iter(RULES["unanswered"](Facts(NOW, waits=(_wait(days),))))) for days in (4, 9))
    assert one.severity < other.severity


def test_evidence_of_a_moved_promise_is_another() -> None:
    before = next(iter(RULES["promise"](Facts(NOW, promises=(_promise(due=5),)))))
    facts = Facts(NOW, promises=(replace_due(_promise(due=5), 2),))
    assert next(iter(RULES["promise"](facts))).evidence_mark != before.evidence_mark


def replace_due(promise: Promise, days: float) -> Promise:
    return promise._replace(due=int(NOW - days * DAY))


def test_relation_is_read_alike_whatever_else_is_known() -> None:
    facts = Facts(NOW, exchanges(*WEEKLY))
    assert facts.gaps == replace(facts, people={1: "x"}).gaps
    assert (facts.gaps.days, facts.gaps.usual) == (10, 7.0)
