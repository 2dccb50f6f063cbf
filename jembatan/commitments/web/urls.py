"""Addresses of promises."""

from django.urls import path

from jembatan.commitments.web.pages import (
    closing,
    new,
    outside,
    partner,
    promise,
    promises,
    suggested,
)

app_name = "commitments"
ONE = "promises/<int:commitment_id>/"
SUGGESTED = "promises/suggested/"
urlpatterns = [
    path("promises/", promises.promises, name="promises"),
    path("promises/new/", new.new, name="new"),
    path(f"{SUGGESTED}threads/<int:thread_id>/", suggested.in_thread, name="suggested_in_thread"),
    path(f"{SUGGESTED}sections/<int:section_id>/", suggested.in_section, name="suggested_in_section"),
    path(f"{SUGGESTED}messages/<int:message_id>/", suggested.of_message, name="suggested_of_message"),
    path(
        f"{SUGGESTED}sections/<int:section_id>/decision/", suggested.of_section, name="suggested_of_section"
    ),
    path("promises/keeping/", closing.keeping_several, name="keeping_several"),
    path("promises/opening/", closing.opening_several, name="opening_several"),
    path(ONE, promise.promise, name="promise"),
    path(f"{ONE}correction/", promise.correction, name="correction"),
    path(f"{ONE}keeping/", closing.keeping, name="keeping"),
    path(f"{ONE}opening/", closing.opening, name="opening"),
    path(f"{ONE}withdrawal/", closing.withdrawal, name="withdrawal"),
    path(f"{ONE}another-day/", closing.another_day, name="another_day"),
    path(f"{ONE}letter/", partner.asking, name="asking"),
    path("promises/answers/<int:answer_id>/", partner.settling, name="settling"),
    path("promise/<str:token>/", outside.outside, name="outside"),
]
