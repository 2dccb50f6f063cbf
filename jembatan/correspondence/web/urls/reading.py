"""Reading mail: the inbox, conversations, messages, the screener."""

from django.urls import path

from jembatan.correspondence.web.pages import (
    attachments,
    bounces,
    classification,
    closing,
    inbox,
    mailboxes,
    message,
    message_html,
    moves,
    note,
    owner,
    screener,
    thread,
)

urlpatterns = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("threads/<int:thread_id>/", thread.thread, name="thread"),
    path("threads/<int:thread_id>/closing/", closing.closing, name="closing"),
    path("threads/<int:thread_id>/reopening/", closing.reopening, name="reopening"),
    path("threads/<int:thread_id>/owner/", owner.owner, name="owner"),
    path("threads/<int:thread_id>/dossier/", classification.dossier, name="dossier"),
    path("threads/<int:thread_id>/marking/", classification.marking, name="marking"),
    path("threads/<int:thread_id>/merging/", moves.merging, name="merging"),
    path("threads/<int:thread_id>/notes/", note.note, name="note"),
    path("threads/<int:thread_id>/notes/unfinished/", note.unfinished, name="unfinished_note"),
    path("thread-moves/<int:move_id>/undo/", moves.undoing, name="move_undo"),
    path("messages/<int:message_id>/", message.message, name="message"),
    path("messages/<int:message_id>/head/", message.message_head, name="message_head"),
    path("messages/<int:message_id>/html/", message_html.message_html, name="message_html"),
    path("messages/<int:message_id>/split/", moves.splitting, name="split"),
    path("bounces/<int:bounce_id>/settlement/", bounces.settlement, name="bounce_settlement"),
    path("bounces/<int:bounce_id>/return/", bounces.bounce_return, name="bounce_return"),
    path("attachments/<int:attachment_id>/", attachments.attachment, name="attachment"),
    path("attachments/<int:attachment_id>/picture/", attachments.picture, name="picture"),
    path("screener/", screener.screener, name="screener"),
    path("screener/<int:sender_id>/acceptance/", screener.acceptance, name="screener_accept"),
    path("screener/<int:sender_id>/recognition/", screener.recognition, name="screener_link"),
    path("screener/<int:sender_id>/refusal/", screener.refusal, name="screener_decline"),
    path("screener/<int:sender_id>/pause/", screener.putting_off, name="screener_put_off"),
    path("screener/<int:sender_id>/undo/", screener.taking_back, name="screener_undo"),
    path("mailboxes/", mailboxes.mailboxes, name="mailboxes"),
]
