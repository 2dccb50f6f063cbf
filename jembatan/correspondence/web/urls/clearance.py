"""Clearance: asked in the composer, decided on a page of its own, its rules in the settings."""

from django.urls import path

from jembatan.correspondence.web.pages import clearance, clearance_question, clearance_rules

urlpatterns = [
    path("drafts/<int:draft_id>/clearance/", clearance_question.question, name="clearance_question"),
    path("clearances/<int:clearance_id>/", clearance.clearance, name="clearance"),
    path("clearances/<int:clearance_id>/clearing/", clearance.clearing, name="clearing"),
    path("clearances/<int:clearance_id>/return/", clearance.giving_back, name="clearance_return"),
    path(
        "clearances/<int:clearance_id>/withdrawal/",
        clearance_question.withdrawal,
        name="clearance_withdrawal",
    ),
    path("settings/clearance/", clearance_rules.clearance_rules, name="clearance_rules"),
    path(
        "settings/clearance/<int:rule_id>/removal/",
        clearance_rules.rule_removal,
        name="clearance_rule_removal",
    ),
]
