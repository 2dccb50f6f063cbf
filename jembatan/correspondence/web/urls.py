"""Addresses of correspondence."""

from django.urls import path

from jembatan.correspondence.web.pages import (
    attachments,
    classification,
    closing,
    inbox,
    mailboxes,
    message,
    message_html,
    moves,
    owner,
    screener,
    sending,
    thread,
)

app_name = "correspondence"
urlpatterns = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("threads/<int:thread_id>/", thread.thread, name="thread"),
    path("threads/<int:thread_id>/closing/", closing.closing, name="closing"),
    path("threads/<int:thread_id>/reopening/", closing.reopening, name="reopening"),
    path("threads/<int:thread_id>/owner/", owner.owner, name="owner"),
    path("threads/<int:thread_id>/dossier/", classification.dossier, name="dossier"),
    path("threads/<int:thread_id>/marking/", classification.marking, name="marking"),
    path("threads/<int:thread_id>/merging/", moves.merging, name="merging"),
    path("thread-moves/<int:move_id>/undo/", moves.undoing, name="move_undo"),
    path("messages/<int:message_id>/", message.message, name="message"),
    path("messages/<int:message_id>/head/", message.message_head, name="message_head"),
    path("messages/<int:message_id>/html/", message_html.message_html, name="message_html"),
    path("messages/<int:message_id>/split/", moves.splitting, name="split"),
    path("attachments/<int:attachment_id>/", attachments.attachment, name="attachment"),
    path("attachments/<int:attachment_id>/picture/", attachments.picture, name="picture"),
    path("screener/", screener.screener, name="screener"),
    path("screener/<int:sender_id>/acceptance/", screener.acceptance, name="screener_accept"),
    path("screener/<int:sender_id>/recognition/", screener.recognition, name="screener_link"),
    path("screener/<int:sender_id>/refusal/", screener.refusal, name="screener_decline"),
    path("screener/<int:sender_id>/pause/", screener.putting_off, name="screener_put_off"),
    path("screener/<int:sender_id>/undo/", screener.taking_back, name="screener_undo"),
    path("mailboxes/", mailboxes.mailboxes, name="mailboxes"),
    path("settings/sending/", sending.sending, name="sending"),
    path("settings/sending/servers/new/", sending.server, name="sending_new_server"),
    path("settings/sending/servers/<int:server_id>/", sending.server, name="sending_server"),
    path("settings/sending/servers/<int:server_id>/trial/", sending.trial, name="sending_trial"),
    path(
        "settings/sending/servers/<int:server_id>/removal/",
        sending.server_removal,
        name="sending_server_removal",
    ),
    path("settings/sending/addresses/new/", sending.address, name="sending_new_address"),
    path("settings/sending/addresses/<int:address_id>/", sending.address, name="sending_address"),
    path(
        "settings/sending/addresses/<int:address_id>/retirement/",
        sending.address_retirement,
        name="sending_address_retirement",
    ),
    path(
        "settings/sending/addresses/<int:address_id>/return/",
        sending.address_return,
        name="sending_address_return",
    ),
]
