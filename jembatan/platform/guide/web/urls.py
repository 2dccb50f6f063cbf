"""Addresses of the guide."""

from django.urls import path

from jembatan.platform.guide.web.pages import guide

app_name = "guide"
urlpatterns = [
    path("help/", guide.contents, name="contents"),
    path("help/<slug:slug>/", guide.page, name="page"),
]
