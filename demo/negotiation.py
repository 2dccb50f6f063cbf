"""What the demo office negotiates: the survey of the northern approach, in its restricted dossier, after two rounds."""

from dataclasses import dataclass
from decimal import Decimal

from demo import cast
from demo.correspondence.scene import Scene
from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.negotiation.actions.changing import SOURCE
from jembatan.negotiation.models import (
    AgreedPoint,
    Interest,
    Issue,
    Mandate,
    NegotiatingParty,
    Negotiation,
    Offer,
    OfferedOption,
    Option,
    Score,
    Weight,
)
from jembatan.platform.markings import Marking

DOSSIER, TITLE, WITH = "Survei alur utara", "Survey of the northern approach: data and ships", "akitsu"


@dataclass(frozen=True, slots=True)
class Point:
    """An issue: what it weighs for us and them, and what each option is worth to both."""

    name: str
    weights: tuple[int, int]
    options: tuple[tuple[str, int, int], ...]
    red_line: str = ""


POINTS = (
    Point(
        "Who holds the data",
        (50, 35),
        (
            ("They, with a copy for us", 0, 100),
            ("Both, in one archive", 70, 60),
            ("We, with a copy for them", 100, 0),
        ),
        red_line="They, with a copy for us",
    ),
    Point("Days at sea", (15, 35), (("20 days", 100, 10), ("30 days", 70, 60), ("45 days", 20, 100))),
    Point("Ship", (15, 10), (("Theirs, with our crew on board", 60, 100), ("Ours", 100, 40))),
    Point(
        "Publication", (20, 20), (("After 2 years", 100, 0), ("After 1 year", 60, 50), ("At once", 0, 100))
    ),
)
# Days from today, whether it is ours, and the number of the option on each issue.
OFFERS = (
    (-40, True, (2, 0, 1, 0), "At the first round in Jakarta"),
    (-33, False, (0, 2, 0, 2), "Note of the embassy"),
    (-19, True, (2, 1, 0, 0), ""),
    (-9, False, (1, 1, 0, 2), "By telephone, Ms Tanaka"),
)
AGREED = ("Ship", "Theirs, with our crew on board")
LIMITS = (
    (
        "Who holds the data",
        "One archive of both is the most that we may give; raw data do not leave the country.",
    ),
    ("Days at sea", "45 days only if the crew changes in between."),
)
BY = "Head of the agency"
WITHOUT = (
    ("We survey alone in the dry season, with a chartered ship.", 35, 90),
    ("They go on with soundings from space.", 20, 80),
)
INTERESTS = (
    (True, "Charts of our own for the new lane", "known", "Plan of the agency, 2026"),
    (False, "Results before their conference in spring", "known", "Note of the embassy"),
    (False, "Their institute is named in what is published", "assumed", ""),
)


def write(scene: Scene) -> None:
    """It leaves no line in the journal, which would stay when the demo leaves."""
    user = scene.user(cast.SECOND_OFFICER.key)
    negotiation = Negotiation.objects.create(
        desk=scene.desk,
        dossier=Dossier.objects.get(desk=scene.desk, title=DOSSIER),
        title=TITLE,
        marking=Marking.AMBER_STRICT,
        created_by=user,
        settle_by=scene.at(75, 9).date(),
    )
    Negotiation.objects.filter(pk=negotiation.pk).update(created_at=scene.at(-45, 9))
    parties = _seat(scene, negotiation)
    options = _put_on_the_table(negotiation, parties)
    for ours, text, basis, source in INTERESTS:
        party = parties[0 if ours else 1]
        Interest.objects.create(desk=scene.desk, party=party, text=text, basis=basis, source=source)
    for name, words in LIMITS:
        issue = options[name][0].issue
        Mandate.objects.create(
            desk=scene.desk,
            negotiation=negotiation,
            issue=issue,
            words=words,
            authorised_by=BY,
            until=scene.at(75, 9).date(),
            set_by=user,
        )
    for days, ours, chosen, note in OFFERS:
        offer = Offer.objects.create(
            desk=scene.desk,
            negotiation=negotiation,
            party=parties[0 if ours else 1],
            made_at=scene.at(days, 10),
            note=note,
            recorded_by=user,
        )
        for each, number in zip(options.values(), chosen, strict=True):
            OfferedOption.objects.create(offer=offer, issue=each[number].issue, option=each[number])
    settled = next(option for option in options[AGREED[0]] if option.name == AGREED[1])
    AgreedPoint.objects.create(
        desk=scene.desk, negotiation=negotiation, issue=settled.issue, option=settled, agreed_by=user
    )


def _seat(scene: Scene, negotiation: Negotiation) -> tuple[NegotiatingParty, NegotiatingParty]:
    partner = scene.organisation(WITH)
    names = ((cast.ORGANISATION_NAME, None), (partner.name, partner))
    ours, theirs = (
        NegotiatingParty.objects.create(
            desk=scene.desk,
            negotiation=negotiation,
            ours=organisation is None,
            organisation=organisation,
            name=name,
            walk_away=walk_away,
            reservation=reservation,
            discount=discount,
        )
        for (name, organisation), (walk_away, reservation, discount) in zip(names, WITHOUT, strict=True)
    )
    return ours, theirs


def _put_on_the_table(
    negotiation: Negotiation, parties: tuple[NegotiatingParty, NegotiatingParty]
) -> dict[str, list[Option]]:
    desk = negotiation.desk
    found: dict[str, list[Option]] = {}
    for point in POINTS:
        issue = Issue.objects.create(desk=desk, negotiation=negotiation, name=point.name)
        for party, weight in zip(parties, point.weights, strict=True):
            Weight.objects.create(desk=desk, party=party, issue=issue, weight=Decimal(weight))
        for name, *scores in point.options:
            option = Option.objects.create(desk=desk, issue=issue, name=name, red_line=name == point.red_line)
            found.setdefault(point.name, []).append(option)
            for party, score in zip(parties, scores, strict=True):
                Score.objects.create(desk=desk, party=party, option=option, score=Decimal(score))
    return found


def remove(desk: Desk) -> None:
    """Unless the desk has gone on with it: then the journal tells of it."""
    told = Entry.objects.filter(desk=desk, source_kind=SOURCE).values("source_id")
    leaving = Negotiation.objects.filter(desk=desk, title=TITLE, dossier__title=DOSSIER).exclude(pk__in=told)
    numbers = list(leaving.values_list("pk", flat=True))
    AgreedPoint.objects.filter(negotiation__in=numbers).delete()
    Offer.objects.filter(negotiation__in=numbers).delete()
    Negotiation.objects.filter(pk__in=numbers).delete()
