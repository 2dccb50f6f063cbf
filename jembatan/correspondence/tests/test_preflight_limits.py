"""Figures and short wordings by which a letter tells a limit."""

import pytest

from jembatan.correspondence.preflight.limits import limits_told


@pytest.mark.parametrize(
    ("letter", "kept", "told"),
    [
        ("We could do 45 days.", "At most 45 days, not more", ["45 days"]),
        ("We could do 1 day.", "1 days", ["1 day"]),
        ("Rp 1.250.000 would do", "not above IDR 1,250,000.00", ["Rp 1.250.000"]),
        ("We offer $5 million for it", "up to USD 5 million", ["$5 million"]),
        ("a discount of 12.5 percent", "12,5 % is our limit", ["12.5 percent"]),
        ("We meet on 45 May", "At most 45 days", []),
        ("room 45 is free", "At most 45 days", []),
        ("45 people", "At most 45 days", []),
        ("There is no full liability.", "Full liability", ["full liability"]),
        ("We accept full  liability here.", "full liability", ["full  liability"]),
        ("We accept no cap.", "no cap", []),
        ("We accept unlimited liability here.", "Unlimited liability", ["unlimited liability"]),
        ("high", "high", []),
    ],
)
def test_limit_is_found_where_the_letter_tells_it(letter: str, kept: str, told: list[str]) -> None:
    assert [letter[start:end] for start, end in limits_told(letter, kept)] == told
