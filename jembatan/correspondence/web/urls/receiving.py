"""Where the desk's mail comes from."""

from django.urls import path

from jembatan.correspondence.web.pages import receiving, receiving_server

ONE = "settings/receiving/<int:incoming_id>"

urlpatterns = [
    path("settings/receiving/", receiving.receiving, name="receiving"),
    path("settings/receiving/new/", receiving_server.incoming, name="new_incoming"),
    path(f"{ONE}/", receiving_server.incoming, name="incoming"),
    path(f"{ONE}/trial/", receiving.receiving_trial, name="receiving_trial"),
    path(f"{ONE}/pause/", receiving.receiving_pause, name="receiving_pause"),
    path(f"{ONE}/return/", receiving.receiving_return, name="receiving_return"),
    path(f"{ONE}/removal/", receiving.receiving_removal, name="receiving_removal"),
]
