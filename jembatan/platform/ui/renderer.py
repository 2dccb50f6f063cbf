"""How forms are drawn: as Django draws them, but long lists of options at once.

Django renders a template for each option, and another for its attributes. With every country and language to choose from, that
was two thirds of the time of a page.
"""

from functools import lru_cache
from typing import Any

from django.forms import Select
from django.forms.renderers import BaseRenderer, DjangoTemplates
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

SELECT = "django/forms/widgets/select.html"


class HouseRenderer(DjangoTemplates):
    """Named by `FORM_RENDERER`."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """A select by hand, everything else by its template."""
        if template_name == SELECT:
            return select(context["widget"])
        return super().render(template_name, context, request)


class LongSelect(Select):
    """A select whose choices are the same on every page, as countries are: its options are drawn once, not on each page.

    They bear no attributes and stand in no groups.
    """

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        """The element with the chosen option marked."""
        options = _drawn(tuple((str(key), str(label)) for key, label in self.choices))
        option = format_html('<option value="{}"', value or "")
        return format_html(
            '<select name="{}"{}>{}</select>',
            name,
            flatatt(self.build_attrs(self.attrs, attrs)),
            mark_safe(options.replace(option, f"{option} selected", 1)),
        )


@lru_cache(maxsize=16)
def _drawn(choices: tuple[tuple[str, str], ...]) -> SafeString:
    return format_html_join("", '<option value="{}">{}</option>', choices)


def select(widget: dict[str, Any]) -> SafeString:
    """The element of a `Select` with its options, in groups where they have names."""
    groups = format_html_join(
        "", "{}", ((_group(name, options),) for name, options, _ in widget["optgroups"])
    )
    return format_html('<select name="{}"{}>{}</select>', widget["name"], flatatt(widget["attrs"]), groups)


def _group(name: str | None, options: list[dict[str, Any]]) -> SafeString:
    drawn = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((option["value"], flatatt(option["attrs"]), option["label"]) for option in options),
    )
    return format_html('<optgroup label="{}">{}</optgroup>', name, drawn) if name else drawn
