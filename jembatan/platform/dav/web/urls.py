"""Addresses that programs use."""

from django.urls import path

from jembatan.platform.dav.web.pages import dav, feed

app_name = "dav"
urlpatterns = [
    path("dav/", dav.dav, name="root"),
    path("dav/<path:path>", dav.dav, name="dav"),
    path("feeds/<str:secret>.<slug:suffix>", feed.feed, name="feed"),
    path(".well-known/carddav", dav.well_known, name="carddav"),
    path(".well-known/caldav", dav.well_known, name="caldav"),
]
