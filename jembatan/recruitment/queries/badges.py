"""Badges of a programme's officers: PDF, with a code by which anybody sees whether a badge is valid, and nothing else."""

from datetime import UTC, datetime, time, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.directory.formats.places import language_name
from jembatan.platform.documents.typesetting import typeset
from jembatan.platform.links import LinkTo, address
from jembatan.programmes.models import Officer, Programme

PURPOSE = "badge"
SIZES = ("a7", "card")
MOST = 1000
"""Badges of one file; the next file begins behind the last number of this one."""


def badges_pdf(programme: Programme, *, size: str, after: int, language: str) -> bytes:
    """Those of active officers with higher numbers than `after`."""
    found = Officer.objects.filter(programme=programme, number__gt=after)
    officers = found.exclude(status=Officer.Status.ENDED).select_related("post").prefetch_related("languages")
    data = {
        "title": _("Badges: %(programme)s") % {"programme": programme},
        "event": programme.name,
        "size": size,
        "language": language,
        "badges": [_badge(officer, programme, language) for officer in officers.order_by("number")[:MOST]],
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
    }


def _code(link: str) -> str:
    import qrcode
    from qrcode.image.svg import SvgPathFillImage

    content = BytesIO()
    qrcode.make(link, image_factory=SvgPathFillImage, border=1).save(content)
    return content.getvalue().decode()
