"""The one-time address: shown first, spent by the button, so that a mail scanner's visit does not spend it."""

from django.contrib.auth import authenticate, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods


@never_cache
@sensitive_variables("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_link(request: HttpRequest, secret: str) -> HttpResponse:
    """GET offers the button; POST signs in, or says that the address has been used or is too old."""
    if request.method != "POST":
        return render(request, "accounts/sign_in_link.html")
    user = authenticate(request, one_time_secret=secret)
    if user is None:
        return render(request, "accounts/sign_in_link.html", {"spent": True}, status=403)
    login(request, user)
    return redirect("/")
