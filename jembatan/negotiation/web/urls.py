"""Addresses of negotiations."""

from django.urls import path

from jembatan.negotiation.web.pages import (
    ending,
    limits,
    negotiations,
    offers,
    sheet,
    table,
    time,
    trial,
    values,
)

app_name = "negotiation"
ONE = "negotiations/<int:negotiation_id>/"
urlpatterns = [
    path("negotiations/", negotiations.negotiations, name="negotiations"),
    path("negotiations/new/", negotiations.new, name="new"),
    path(ONE, sheet.negotiation, name="negotiation"),
    path(f"{ONE}analysis/", sheet.analysis, name="analysis"),
    path(f"{ONE}trial/", trial.trial, name="trial"),
    path(f"{ONE}trial/keeping/", trial.keeping, name="keeping"),
    path(f"{ONE}trial/forgetting/", trial.forgetting, name="forgetting"),
    path(f"{ONE}parties/", table.parties, name="parties"),
    path(f"{ONE}parties/<int:seat_id>/removal/", table.party_removal, name="party_removal"),
    path(f"{ONE}parties/<int:seat_id>/interests/", table.interest, name="interest"),
    path(f"{ONE}parties/<int:seat_id>/values/", values.values, name="values"),
    path(f"{ONE}interests/<int:interest_id>/removal/", table.interest_removal, name="interest_removal"),
    path(f"{ONE}issues/", table.issue, name="issue"),
    path(f"{ONE}issues/<int:issue_id>/removal/", table.issue_removal, name="issue_removal"),
    path(f"{ONE}options/<int:option_id>/red-line/", table.red_line, name="red_line"),
    path(f"{ONE}options/<int:option_id>/agreement/", offers.agreement, name="agreement"),
    path(f"{ONE}issues/<int:issue_id>/opening/", offers.opening, name="opening"),
    path(f"{ONE}offers/", offers.offers, name="offers"),
    path(f"{ONE}mandates/", limits.mandates, name="mandates"),
    path(f"{ONE}mandates/<int:mandate_id>/withdrawal/", limits.withdrawal, name="withdrawal"),
    path(f"{ONE}mandates/<int:mandate_id>/restoration/", limits.restoration, name="restoration"),
    path(f"{ONE}time/", time.time, name="time"),
    path(f"{ONE}ending/", ending.ending, name="ending"),
    path(f"{ONE}taking-up/", ending.taking_up, name="taking_up"),
    path(f"{ONE}stripped/", ending.stripped, name="stripped"),
]
