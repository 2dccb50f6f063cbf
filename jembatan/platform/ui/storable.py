"""What comes in by an address or a form can be kept: PostgreSQL knows no NUL in a text."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

NUL = "\x00"


def storable_text(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """NULs, which no keyboard types, are taken out of the query and of form fields; no path has one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if NUL in request.path:
            raise Http404
        for name in ("GET", "POST"):
            sent: QueryDict = getattr(request, name)
            if any(NUL in text for field, texts in sent.lists() for text in (field, *texts)):
                setattr(request, name, _without_nul(sent))
        return get_response(request)

    return middleware


def _without_nul(sent: QueryDict) -> QueryDict:
    clean = QueryDict(mutable=True, encoding=sent.encoding)
    for field, texts in sent.lists():
        clean.setlist(field.replace(NUL, ""), [text.replace(NUL, "") for text in texts])
    clean._mutable = False
    return clean
