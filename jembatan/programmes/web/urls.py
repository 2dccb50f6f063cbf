"""Addresses of programmes."""

from django.urls import path

from jembatan.programmes.web.pages import programmes

app_name = "programmes"
ONE = "programmes/<int:programme_id>/"
urlpatterns = [
    path("programmes/", programmes.programmes, name="programmes"),
    path("programmes/new/", programmes.new, name="new"),
    path(ONE, programmes.programme, name="programme"),
    path(f"{ONE}days/", programmes.days, name="days"),
    path(f"{ONE}rules/", programmes.rules, name="rules"),
]
