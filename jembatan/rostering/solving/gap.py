"""How far from the best a roster may be: reckoned by pages, too, which load no solver for it."""


def gap(figure: int, bound: int) -> float:
    """By what share the figure may be above the best that there is."""
    return round((figure - bound) / bound, 4) if bound else float(figure > 0)
