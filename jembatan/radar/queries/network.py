"""Who of ours speaks with whom of theirs, in the mail that the actor may see, with the signals that the actor may see."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Recipient, Sender
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.radar.analysis.network import between, cut_points
from jembatan.radar.queries.people import ours_of
from jembatan.radar.queries.visible import open_signals

PERIOD = timedelta(days=180)
MOST_NODES, MOST_LINKS = 2000, 20_000


@dataclass(slots=True)
class Node:
    """Somebody. `group` is the department of ours, the house of theirs; `signals` how many stand open with that house or person."""

    name: str
    ours: bool
    group: str
    organisation_id: int | None = None
    person_id: int | None = None
    mails: int = 0
    signals: int = 0
    between: float = 0.0
    cut: bool = False


@dataclass(slots=True)
class Network:
    """Nodes, and links as (node, node, number of mails). `left_out` says how many links were too weak for the picture."""

    nodes: list[Node] = field(default_factory=list)
    links: list[tuple[int, int, int]] = field(default_factory=list)
    left_out: int = 0

    def central(self, limit: int) -> list[Node]:
        """Those over whom most ways lead."""
        return sorted(self.nodes, key=lambda node: (-node.between, -node.mails, node.name))[:limit]

    def as_json(self) -> dict[str, Any]:
        """What the picture draws."""
        groups = {
            name: number for number, name in enumerate(dict.fromkeys(node.group for node in self.nodes))
        }
        return {
            "groups": list(groups),
            "nodes": [
                [
                    node.name,
                    int(node.ours),
                    groups[node.group],
                    node.mails,
                    node.signals,
                    round(node.between, 4),
                    int(node.cut),
                    node.organisation_id or 0,
                ]
                for node in self.nodes
            ],
            "links": self.links,
        }


def network_of(actor: Actor) -> Network:
    """Half a year; the strongest links where there are too many."""
    weights = _weights(actor)
    kept = weights.most_common(MOST_LINKS)
    senders = Sender.objects.select_related("person", "organisation").in_bulk(
        {pk for pair, _weight in kept for pk in pair}
    )
    network, numbers = Network(), _Numbers(actor)
    links: Counter[tuple[int, int]] = Counter()
    for (one, other), weight in kept:
        ours, theirs = numbers.ours(network, senders[one]), numbers.theirs(network, senders[other])
        if ours is not None and theirs is not None:
            links[ours, theirs] += weight
            network.nodes[ours].mails += weight
            network.nodes[theirs].mails += weight
    network.links = [(one, other, weight) for (one, other), weight in links.items()]
    network.left_out = len(weights) - len(kept)
    _measure(actor, network)
    return network


def _weights(actor: Actor) -> Counter[tuple[int, int]]:
    """Mails by the sender's numbers of ours and of theirs."""
    rows = (
        Recipient.objects.filter(
            within_visible_dossiers(actor, field="message__thread__dossier"),
            Q(message__ours=True) & ~Q(sender__state=Sender.State.OURS)
            | Q(message__ours=False, sender__state=Sender.State.OURS),
            message__desk=actor.desk,
            message__sent_at__gt=timezone.now() - PERIOD,
            message__automatic=False,
            message__pretends=False,
            message__sender__isnull=False,
            field__in=[Recipient.Field.TO, Recipient.Field.CC],
        )
        .values_list("message__ours", "message__sender", "sender")
        .annotate(mails=Count("pk"))
        .order_by()
    )
    weights: Counter[tuple[int, int]] = Counter()
    for ours, wrote, got, mails in rows:
        if got is not None:
            weights[(wrote, got) if ours else (got, wrote)] += mails
    return weights


class _Numbers:
    """Places of people in the list of nodes: somebody with two addresses is one."""

    def __init__(self, actor: Actor) -> None:
        self.us = ours_of(actor.desk, now=timezone.now())
        self.known: dict[object, int] = {}

    def ours(self, network: Network, sender: Sender) -> int | None:
        """A colleague or a mailbox of the desk."""
        number = self.us.by_email.get(sender.email.lower(), 2 * sender.pk + 1)
        name = self.us.names.get(number, str(sender))
        return self._place(network, ("ours", number), Node(name, True, self.us.departments.get(number, "")))

    def theirs(self, network: Network, sender: Sender) -> int | None:
        """Somebody of the directory, or an address."""
        if sender.state in (Sender.State.OURS, Sender.State.DECLINED):
            return None
        key = ("person", sender.person_id) if sender.person_id else ("address", sender.pk)
        house, person = sender.organisation, sender.person
        name = str(person or sender)
        return self._place(
            network, key, Node(name, False, str(house or ""), sender.organisation_id, sender.person_id)
        )

    def _place(self, network: Network, key: object, node: Node) -> int | None:
        if key not in self.known and len(network.nodes) >= MOST_NODES:
            return None
        if key not in self.known:
            self.known[key] = len(network.nodes)
            network.nodes.append(node)
        return self.known[key]


def _measure(actor: Actor, network: Network) -> None:
    signals: Counter[tuple[int | None, int | None]] = Counter(
        open_signals(actor).order_by().values_list("organisation", "person")
    )
    cut = cut_points(len(network.nodes), network.links)
    for number, (node, share) in enumerate(
        zip(network.nodes, between(len(network.nodes), network.links), strict=True)
    ):
        node.between, node.cut = share, number in cut
        if not node.ours:
            of_house = signals[node.organisation_id, None] if node.organisation_id else 0
            node.signals = of_house + (signals[None, node.person_id] if node.person_id else 0)
