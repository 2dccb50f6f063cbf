"""The names of languages, known to every template without `load`."""

from collections.abc import Iterable

from django import template

from jembatan.directory.queries.spoken import spoken_name

register = template.Library()


@register.filter
def language(code: str) -> str:
    """`{{ duty.language|language }}`: "Japanese"."""
    return spoken_name(code)


@register.filter
def languages(codes: Iterable[str]) -> str:
    """`{{ delegation.languages|languages }}`: "Japanese, English"."""
    return ", ".join(map(spoken_name, codes))
