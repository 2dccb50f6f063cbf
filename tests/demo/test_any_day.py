"""The demo office on any day."""

from datetime import date

from demo.load import load
from jembatan.correspondence.models import Statement


def test_days_do_not_depend_on_the_day(db: None) -> None:
    desk = load(today=date(2027, 2, 28))
    assert Statement.objects.get(desk=desk, number="RNSC-0433").deadline == date(2027, 3, 9)
