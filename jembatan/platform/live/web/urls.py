"""Addresses of live pages."""

from django.urls import path

from jembatan.platform.live.web.pages import ticket

app_name = "live"
urlpatterns = [path("live/ticket/", ticket.ticket, name="ticket")]
