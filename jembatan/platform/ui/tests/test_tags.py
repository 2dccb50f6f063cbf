"""The house's tags and filters."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.template import Context, Template
from django.templatetags.static import static
from django.test import Client, RequestFactory

from jembatan.platform.ui import slots

type ClientOf = Callable[..., Client]


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context)).strip()


def test_icon_is_decoration_unless_labelled() -> None:
    sprite = static("built/icons.svg")
    assert render('{% icon "mail" %}') == (
        f'<svg class="icon" aria-hidden="true"><use href="{sprite}#mail"></use></svg>'
    )
    assert 'role="img" aria-label="Mail &amp; more"' in render(
        '{% icon "mail" label=label %}', label="Mail & more"
    )


def test_marking_prints_the_label_as_it_is_and_nothing_for_unmarked_things() -> None:
    assert render("{% marking value %}", value="TLP:AMBER+STRICT") == (
        '<span class="marking" data-marking="TLP:AMBER+STRICT">TLP:AMBER+STRICT</span>'
    )
    assert render("{% marking value %}", value="") == ""


def test_key_draws_a_cap_for_each_key_of_a_sequence() -> None:
    assert render('{% key "g i" %}') == '<span class="key" aria-hidden="true"><kbd>G</kbd><kbd>I</kbd></span>'


def test_avatar_takes_the_initials_of_the_first_and_last_word() -> None:
    assert render('{% avatar "siti Nurhaliza Putri" %}').endswith(">SP</span>")
    assert render('{% avatar "Megawati" %}').endswith(">M</span>")
    assert render('{% avatar "(a) &" %}').endswith("></span>")
    assert (
        render('{% avatar "" "organisation" %}')
        == '<span class="avatar organisation" aria-hidden="true"></span>'
    )


def test_more_leads_on_by_link_and_in_place_and_vanishes_at_the_end() -> None:
    row = render('{% more "?after=3" %}')
    assert 'href="?after=3" hx-get="?after=3"' in row
    assert row.startswith("<li ")
    assert render('{% more "?after=3" tag="div" %}').startswith("<div ")
    assert render('{% more "" %}') == ""


def test_slot_shows_the_panels_in_their_order_to_the_actor() -> None:
    request = RequestFactory().get("/")
    request.actor = "Bagus"  # type: ignore[attr-defined]  # the middleware sets it
    slots.fill("test.tags", lambda request, actor, subject: f"<p>{actor} {subject}</p>", order=20)
    slots.fill("test.tags", lambda request, actor, subject: "<p>first</p>", order=10)
    assert render('{% slot "test.tags" subject=7 %}', request=request) == "<p>first</p><p>Bagus 7</p>"
    assert render('{% slot "test.empty" %}', request=request) == ""
    assert render('{% slot "test.tags" %}') == ""


def test_fields_name_every_control_and_tie_errors_to_it() -> None:
    class Form(forms.Form):
        name = forms.CharField(label="Name", help_text="As written.")
        note = forms.CharField(label="Note", required=False)
        size = forms.ChoiceField(label="Size", choices=[("s", "Small")], widget=forms.RadioSelect)
        secret = forms.CharField(widget=forms.HiddenInput, required=False)

    html = render("{{ form|fields }}", form=Form({"note": "<b>"}))
    assert '<label for="id_name">Name</label>' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_error"' in html
    assert "<legend>Size</legend>" in html
    assert html.count("optional") == 2
    assert 'value="&lt;b&gt;"' in html
    assert html.index('name="secret"') < html.index('name="name"')


def test_title_of_a_page_is_its_heading_unless_it_says_otherwise(
    client_of: ClientOf, second_officer: Any
) -> None:
    page = client_of(second_officer).get("/styleguide/").content.decode()
    assert "<title>Components · Jembatan</title>" in page
    assert "<h1>Components</h1>" in page
