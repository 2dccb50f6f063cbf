"""Confirmations: asked inside, answered by a signed link outside."""

from django.urls import path

from jembatan.correspondence.web.pages import confirmation, outside_confirmation, stale_contacts

urlpatterns = [
    path("directory/stale/", stale_contacts.stale_contacts, name="stale_contacts"),
    path("directory/stale/asking/", stale_contacts.asking_several, name="confirmations_asking"),
    path("directory/people/<int:person_id>/confirmation/", confirmation.asking, name="confirmation_asking"),
    path(
        "confirmations/<int:confirmation_id>/acceptance/",
        confirmation.acceptance,
        name="confirmation_acceptance",
    ),
    path("confirmations/<int:confirmation_id>/leaving/", confirmation.leaving, name="confirmation_leaving"),
    path(
        "confirmations/<int:confirmation_id>/return/",
        confirmation.settling_return,
        name="confirmation_return",
    ),
    path("confirmation/<str:token>/", outside_confirmation.outside_confirmation, name="outside_confirmation"),
]
