"""A linear programme that covers rows with columns, which are made as they are wanted."""

from collections.abc import Iterable, Sequence

import numpy as np

from jembatan.rostering.solving.grid import Array


class Covering:
    """The cheapest columns that cover each row as often as it asks; of each kind of columns there are so many at most."""

    def __init__(self, asked: Sequence[int], limits: Sequence[int] = ()) -> None:
        from ortools.linear_solver import pywraplp

        self.solver = pywraplp.Solver.CreateSolver("GLOP")
        self.rows = [self.solver.Constraint(many, self.solver.infinity()) for many in asked]
        self.kinds = [self.solver.Constraint(-self.solver.infinity(), limit) for limit in limits]
        self.solver.Objective().SetMinimization()

    def add(self, rows: Iterable[int], *, cost: float, kind: int | None = None) -> None:
        """A column that covers these rows once each."""
        column = self.solver.NumVar(0, self.solver.infinity(), "")
        self.solver.Objective().SetCoefficient(column, cost)
        for row in rows:
            self.rows[row].SetCoefficient(column, 1)
        if kind is not None:
            self.kinds[kind].SetCoefficient(column, 1)

    def solve(self) -> tuple[Array, Array]:
        """What a row is worth, and what one more of each kind would save."""
        self.solver.Solve()
        worth = np.array([row.dual_value() for row in self.rows])
        return worth, np.array([-kind.dual_value() for kind in self.kinds])
