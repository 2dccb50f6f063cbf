"""A forgotten password: a letter where a mail server is set up, and otherwise the truth about whom to ask."""

from allauth.account.views import password_reset as letter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def password_reset(request: HttpRequest) -> HttpResponse:
    """allauth's page, or one that promises nothing."""
    if settings.LETTERS_LEAVE:
        answer: HttpResponse = letter(request)
        return answer
    return render(request, "accounts/no_letters.html")
