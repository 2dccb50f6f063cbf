"""Numbers from 0 to 100, as fields show and send them."""

from decimal import Decimal, InvalidOperation


def plain(number: Decimal | None) -> str:
    """As a field for numbers takes it: "12.5", "100"; "" for none."""
    return "" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")


def points_of(text: str) -> Decimal | None:
    """0 to 100, with a point or a comma; None for anything else."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return round(value, 2) if value.is_finite() and 0 <= value <= 100 else None
