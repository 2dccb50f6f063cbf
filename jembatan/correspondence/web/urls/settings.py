"""What the desk has settled about its mail."""

from django.urls import path

from jembatan.correspondence.web.pages import (
    clock,
    free_days,
    glossary,
    preflight_rules,
    reminders,
    sending,
    sending_addresses,
    sending_servers,
    signature,
)

urlpatterns = [
    path("settings/reminders/", reminders.reminder_rules, name="reminder_rules"),
    path("settings/reminders/mail/", reminders.by_mail, name="reminders_by_mail"),
    path("settings/hours/", clock.clock, name="clock"),
    path("settings/hours/days-off/", free_days.day_off, name="day_off"),
    path(
        "settings/hours/days-off/<int:day_off_id>/removal/", free_days.day_off_removal, name="day_off_removal"
    ),
    path("settings/hours/partners/", free_days.answering_time, name="answering_time"),
    path(
        "settings/hours/partners/<int:time_id>/removal/",
        free_days.answering_time_removal,
        name="answering_time_removal",
    ),
    path("settings/preflight/", preflight_rules.preflight_rules, name="preflight_rules"),
    path("settings/preflight/markings/", preflight_rules.marking_limit, name="marking_limit"),
    path(
        "settings/preflight/markings/<int:limit_id>/removal/",
        preflight_rules.marking_limit_removal,
        name="marking_limit_removal",
    ),
    path("settings/glossary/", glossary.glossary, name="glossary"),
    path("settings/glossary/<int:term_id>/removal/", glossary.glossary_removal, name="glossary_removal"),
    path("settings/signature/", signature.signature, name="signature"),
    path("settings/sending/", sending.sending, name="sending"),
    path("settings/sending/servers/new/", sending_servers.server, name="sending_new_server"),
    path("settings/sending/servers/<int:server_id>/", sending_servers.server, name="sending_server"),
    path("settings/sending/servers/<int:server_id>/trial/", sending_servers.trial, name="sending_trial"),
    path(
        "settings/sending/servers/<int:server_id>/removal/",
        sending_servers.server_removal,
        name="sending_server_removal",
    ),
    path("settings/sending/addresses/new/", sending_addresses.address, name="sending_new_address"),
    path("settings/sending/addresses/<int:address_id>/", sending_addresses.address, name="sending_address"),
    path(
        "settings/sending/addresses/<int:address_id>/retirement/",
        sending_addresses.address_retirement,
        name="sending_address_retirement",
    ),
    path(
        "settings/sending/addresses/<int:address_id>/return/",
        sending_addresses.address_return,
        name="sending_address_return",
    ),
]
