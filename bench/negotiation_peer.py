"""The frontier and the Nash point as negmas finds them; run by bench.negotiation with an interpreter that has it installed.

Reads problems from standard input, one a line: `{"values": [[[a number an option] an issue] a party]}`. Answers each with a line.
"""

import json
import sys
import time
from typing import Any

from negmas import make_issue
from negmas.outcomes import make_os
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.ops import nash_points, pareto_frontier


def main() -> None:
    """Answer line by line."""
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line)["values"])), flush=True)


def _answer(values: list[list[list[float]]]) -> dict[str, Any]:
    issues = [
        make_issue([str(option) for option in range(len(each))], name=f"i{number}")
        for number, each in enumerate(values[0])
    ]
    space = make_os(issues)
    functions = [
        LinearAdditiveUtilityFunction(
            values=[{str(option): value for option, value in enumerate(each)} for each in party],
            weights=[1.0] * len(issues),
            outcome_space=space,
            reserved_value=0.0,
        )
        for party in values
    ]
    started = time.perf_counter()
    frontier, _places = pareto_frontier(functions, issues=issues, sort_by_welfare=False)
    # Not "ranges" of its own finding: the disagreement is 0 for both programs.
    nash = nash_points(functions, frontier, ranges=[(0.0, 1e9)] * len(functions))
    return {
        "seconds": time.perf_counter() - started,
        "pareto": [list(map(float, point)) for point in frontier],
        "nash": [list(map(float, point)) for point, _place in nash],
    }


if __name__ == "__main__":
    main()
