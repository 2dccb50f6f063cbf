"""The code of a place, on a screen at its door or on a leader's phone. It renews itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.web.device_setup import picture_of
from jembatan.field.queries.place_code import PERIOD, address_of
from jembatan.field.queries.screen import PURPOSE
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.outside import link_over, outside_page
from jembatan.programmes.models import Place
from jembatan.programmes.queries.local_times import moment_there


@outside_page(PURPOSE)
def screen(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """Loaded again as soon as the code is another one."""
    place = Place.objects.filter(pk=to.number).select_related("programme").first()
    if place is None:
        return render(request, "ui/link_unreadable.html", status=404)
    if to.is_over:
        return link_over(request, ask=_("The programme is over."))
    now = timezone.now()
    context = {
        "place": place,
        "code": picture_of(address_of(place.pk, now)),
        "at": moment_there(now, place.programme.zone),
    }
    answer = render(request, "field/screen.html", context)
    answer["Refresh"] = str(PERIOD - int(now.timestamp()) % PERIOD + 1)
    return answer
