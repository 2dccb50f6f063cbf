"""Announcements, the lists that they go to, and who wants them."""

from django.urls import path

from jembatan.correspondence.web.pages import (
    announcement,
    announcement_sending,
    announcements,
    consent,
    contact_lists,
    unsubscription,
)

ONE = "announcements/<int:announcement_id>/"

urlpatterns = [
    path("announcements/", announcements.announcements, name="announcements"),
    path("announcements/new/", announcements.new_announcement, name="new_announcement"),
    path(ONE, announcement.announcement, name="announcement"),
    path(f"{ONE}words/", announcement.announcement_words, name="announcement_words"),
    path(f"{ONE}trial/", announcement_sending.trial, name="announcement_trial"),
    path(f"{ONE}start/", announcement_sending.start, name="announcement_start"),
    path(f"{ONE}pause/", announcement_sending.pause, name="announcement_pause"),
    path(f"{ONE}resumption/", announcement_sending.resumption, name="announcement_resumption"),
    path(f"{ONE}cancellation/", announcement_sending.cancellation, name="announcement_cancellation"),
    path("contact-lists/", contact_lists.contact_lists, name="contact_lists"),
    path("contact-lists/new/", contact_lists.list_facts, name="new_contact_list"),
    path("contact-lists/<int:list_id>/", contact_lists.contact_list, name="contact_list"),
    path("contact-lists/<int:list_id>/facts/", contact_lists.list_facts, name="list_facts"),
    path("contact-lists/<int:list_id>/consents/", contact_lists.list_consents, name="list_consents"),
    path(
        "contact-lists/<int:list_id>/members/<int:person_id>/removal/",
        contact_lists.member_removal,
        name="list_member_removal",
    ),
    path("people/<int:person_id>/announcements/", consent.consent, name="consent"),
    path("unsubscribe/<str:token>/", unsubscription.unsubscription, name="unsubscription"),
]
