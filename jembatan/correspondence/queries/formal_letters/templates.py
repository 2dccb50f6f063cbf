"""Templates of a desk, and the Word files behind them."""

from typing import cast

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import LetterTemplate
from jembatan.platform.documents.letter import DatePlace, Font, Layout, LogoPlace, Shape
from jembatan.platform.documents.office import shipped_template
from jembatan.platform.files.store import open_stored


def all_templates(actor: Actor) -> QuerySet[LetterTemplate]:
    """Those in use, by name."""
    return LetterTemplate.objects.filter(desk=actor.desk, retired_at__isnull=True).order_by("name")


def word_template(template: LetterTemplate) -> bytes:
    """The desk's own Word file, else the shipped one of that layout."""
    if template.word_file is None:
        return shipped_template(layout_of(template), shape_of(template))
    with open_stored(template.word_file) as content:
        return content.read()


def shape_of(template: LetterTemplate) -> Shape:
    """As the documents know it."""
    return Shape(
        font=cast("Font", template.font),
        size=template.size,
        left=template.left,
        right=template.right,
        top=template.top,
        bottom=template.bottom,
        logo=cast("LogoPlace", template.logo_place),
        date=cast("DatePlace", template.date_place),
    )


def layout_of(template: LetterTemplate) -> Layout:
    """As the documents know it."""
    return "official" if template.layout == LetterTemplate.Layout.OFFICIAL else "plain"
