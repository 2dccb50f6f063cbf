"""Badges of a programme's officers: PDF, with a code by which anybody sees whether a badge is valid, and nothing else."""

from base64 import b64encode
from collections.abc import Collection
from datetime import UTC, datetime, time, timedelta
from io import BytesIO
from itertools import batched
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.directory.formats.places import language_name
from jembatan.platform.documents.typesetting import typeset
from jembatan.platform.files.store import open_stored
from jembatan.platform.links import LinkTo, address
from jembatan.programmes.models import Officer, Programme
from jembatan.recruitment.formats.photos import SIZE

PURPOSE = "badge"
SIZES = ("a7", "card")
MOST = 1000
"""Badges of one file."""


def bearers(programme: Programme) -> QuerySet[Officer]:
    """Who has a badge, by number."""
    found = Officer.objects.filter(programme=programme).exclude(status=Officer.Status.ENDED)
    return found.order_by("number")


def files_of(programme: Programme) -> list[tuple[int, int]]:
    """The first and the last number of each file that all badges together need."""
    numbers = list(bearers(programme).values_list("number", flat=True))
    return [(part[0], part[-1]) for part in batched(numbers, MOST)]


class TooManyBadges(Exception):
    """More than one file holds."""


def badges_pdf(programme: Programme, *, size: str, numbers: Collection[int], language: str) -> bytes:
    """Those with these numbers, or all where none is named; nothing where nobody has them. Raises `TooManyBadges`."""
    found = bearers(programme)
    found = found.filter(number__in=numbers) if numbers else found
    officers = list(
        found.select_related("post", "badge_photo__file").prefetch_related("languages")[: MOST + 1]
    )
    if not officers:
        return b""
    if len(officers) > MOST:
        raise TooManyBadges
    data = {
        "title": _("Badges: %(programme)s") % {"programme": programme},
        "event": programme.name,
        "size": size,
        "language": language,
        "badges": [_badge(officer, programme, language) for officer in officers],
    }
    return typeset("badges.typ", data, made_at=timezone.now())


def holder(to: LinkTo) -> Officer | None:
    """Whose badge it is, while it is valid."""
    if to.is_over:
        return None
    found = Officer.objects.exclude(status=Officer.Status.ENDED).filter(pk=to.number)
    return found.select_related("programme__desk").first()


def badge_link(officer: Officer, programme: Programme) -> str:
    """Valid until the day after the programme."""
    end = datetime.combine(programme.last_day + timedelta(days=2), time(), tzinfo=ZoneInfo(programme.zone))
    return address("recruitment:badge", PURPOSE, LinkTo(officer.pk, 1, end.astimezone(UTC)))


def _badge(officer: Officer, programme: Programme, language: str) -> dict[str, str]:
    spoken = sorted(language_name(row.language, language) for row in officer.languages.all())
    return {
        "name": officer.full_name,
        "post": officer.post.name if officer.post else "",
        "languages": " · ".join(spoken),
        "number": str(officer.number),
        "code": _code(badge_link(officer, programme)),
        "photo": _photo(officer),
        "photo_alt": _("Photo of %(name)s") % {"name": officer.full_name},
    }


def _photo(officer: Officer) -> str:
    """The JPEG within an SVG, which JSON can carry; "" where there is none."""
    there = getattr(officer, "badge_photo", None)
    if there is None:
        return ""
    with open_stored(there.file) as content:
        picture = b64encode(content.read()).decode()
    wide, high = SIZE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}">'
        f'<image width="{wide}" height="{high}" href="data:image/jpeg;base64,{picture}"/></svg>'
    )


def _code(link: str) -> str:
    import qrcode
    from qrcode.image.svg import SvgPathFillImage

    content = BytesIO()
    qrcode.make(link, image_factory=SvgPathFillImage, border=1).save(content)
    return content.getvalue().decode()
