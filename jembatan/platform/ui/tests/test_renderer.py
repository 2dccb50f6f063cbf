"""Selects drawn by hand are what Django's templates draw."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

from jembatan.platform.ui.renderer import HouseRenderer, LongSelect


class Choice(forms.Form):
    """Groups, attributes, what has to be escaped, nothing, and a chosen value."""

    place = forms.ChoiceField(
        choices=[("", "Any <place>"), ("a&b", "A & B"), ("Group", [("1", "One"), ("2", 'Two "2"')])],
        widget=forms.Select({"class": "wide", "data-on": True, "hidden": False}),
    )
    long = forms.ChoiceField(
        choices=[("", "Any <place>"), ("a&b", "A & B"), ("a", 'Two "2"')],
        widget=forms.Select({"class": "wide"}),
    )
    several = forms.MultipleChoiceField(choices=[("x", "X"), ("y", "Y")])


def test_select_is_drawn_as_django_draws_it() -> None:
    ours, djangos = (
        [str(field) for field in Choice({"place": "2", "long": "a&b", "several": ["y"]}, renderer=renderer)]
        for renderer in (HouseRenderer(), DjangoTemplates())
    )
    assert [parse_html(field) for field in ours] == [parse_html(field) for field in djangos]
    assert 'value="2" selected' in ours[0]


@pytest.mark.parametrize("chosen", ["", "a&b", "a", "else"])
def test_long_select_is_drawn_as_django_draws_it(chosen: str) -> None:
    field = Choice({"long": chosen})["long"]
    long = field.as_widget(LongSelect({"class": "wide"}, field.field.widget.choices))
    assert parse_html(long) == parse_html(str(field))
