"""Measures of who speaks with whom: who stands between the others, and who holds parts together."""

from collections.abc import Sequence

import rustworkx as rx

EXACT_UP_TO = 2000


def between(nodes: int, links: Sequence[tuple[int, int, int]]) -> list[float]:
    """Of each node the share of shortest ways between two others that lead over it (betweenness, Freeman 1977; 0 to 1)."""
    measured = rx.betweenness_centrality(_graph(nodes, links), normalized=True)
    return [float(measured[number]) for number in range(nodes)]


def cut_points(nodes: int, links: Sequence[tuple[int, int, int]]) -> set[int]:
    """Without one of these, some could no longer reach each other at all: single points of failure (articulation points)."""
    return set(rx.articulation_points(_graph(nodes, links)))


def _graph(nodes: int, links: Sequence[tuple[int, int, int]]) -> "rx.PyGraph[int, int]":
    graph: rx.PyGraph[int, int] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(list(links))
    return graph
