"""Numbers as they are written, without rounding."""

from decimal import Decimal, InvalidOperation
from fractions import Fraction

MOST_DIGITS = 400


def exact(written: object, what: str, refusal: type[ValueError]) -> Fraction:
    """A finite number that text, an integer or a float says; raises `refusal` with the place where it stands."""
    text = str(written).strip()
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(written, bool) or not number.is_finite() or len(text) > MOST_DIGITS:
        raise refusal(f"{what} is no number: {text[:40] or 'nothing'}.")
    if number and abs(number.adjusted()) > 30:
        raise refusal(f"{what} is too great or too small to count with: {text[:40]}.")
    return Fraction(number)
