"""Addresses of dossiers."""

from django.urls import path

from jembatan.dossiers.web.pages import access, dossier, dossiers, edit, parties, plan, step

app_name = "dossiers"
urlpatterns = [
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("dossiers/new/", edit.new, name="new"),
    path("dossiers/<int:dossier_id>/", dossier.dossier, name="dossier"),
    path("dossiers/<int:dossier_id>/edit/", edit.edit, name="edit"),
    path("dossiers/<int:dossier_id>/closure/", dossier.closure, name="closure"),
    path("dossiers/<int:dossier_id>/reopening/", dossier.reopening, name="reopening"),
    path("dossiers/<int:dossier_id>/restriction/", access.restriction, name="restriction"),
    path("dossiers/<int:dossier_id>/opening/", access.opening, name="opening"),
    path("dossiers/<int:dossier_id>/members/", access.member, name="member"),
    path("dossiers/<int:dossier_id>/members/removal/", access.member_removal, name="member_removal"),
    path("dossiers/<int:dossier_id>/parties/", parties.parties, name="parties"),
    path("dossiers/<int:dossier_id>/parties/removal/", parties.removal, name="party_removal"),
    path("dossiers/<int:dossier_id>/plan/", plan.plan, name="plan"),
    path("dossiers/<int:dossier_id>/plan/steps/", step.new_step, name="new_step"),
    path("dossiers/<int:dossier_id>/plan/steps/<int:step_id>/", step.step, name="step"),
    path("dossiers/<int:dossier_id>/plan/steps/<int:step_id>/state/", step.step_state, name="step_state"),
]
