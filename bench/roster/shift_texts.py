"""Shift minimisation instances: workers' days are filled with tasks one after the other, so that all can be done by them; then skills are dealt out."""

import random
from itertools import pairwise


def shift_text(
    seed: int, *, tasks: int = 2000, workers: int = 250, skill: float = 0.4, day: int = 1440
) -> str:
    """An instance as its published text. `skill` is the share of tasks that a worker can do beside those of the hidden plan."""
    chance = random.Random(seed)
    each = tasks / (workers * 0.9)  # A tenth of the workers is more than is needed.
    busy = range(round(workers * 0.9))
    plan: list[tuple[int, int, int]] = []
    for worker in busy:
        count = round(each * (worker + 1)) - round(each * worker)
        edges = [0, *sorted(chance.sample(range(1, day), count - 1)), day]
        for start, end in pairwise(edges):
            plan.append((start, max(start + 1, end - chance.randrange(0, 1 + (end - start) // 5)), worker))
    chance.shuffle(plan)
    able = [{task for task, (_s, _e, who) in enumerate(plan) if who == worker} for worker in range(workers)]
    for worker in range(workers):
        able[worker] |= {task for task in range(len(plan)) if chance.random() < skill}
    lines = ["Type = 1", f"Jobs = {len(plan)}", *(f"{start} {end}" for start, end, _who in plan)]
    lines += [f"Qualifications = {workers}"]
    lines += [f"{len(ours)}: {' '.join(map(str, sorted(ours)))}" for ours in able]
    return "\n".join(lines) + "\n"
