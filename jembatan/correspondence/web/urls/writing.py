"""Writing mail: drafts and the outbox."""

from django.urls import path

from jembatan.correspondence.web.pages import departure, draft, draft_files, draft_versions, outbox, starting

urlpatterns = [
    path("messages/<int:message_id>/answers/", starting.answering, name="answer"),
    path("mail/new/", starting.new_mail, name="new_mail"),
    path("outbox/", outbox.outbox, name="outbox"),
    path("drafts/<int:draft_id>/", draft.draft, name="draft"),
    path("outbox/<int:mail_id>/withdrawal/", outbox.withdrawal, name="outbox_withdrawal"),
    path("outbox/<int:mail_id>/arrival/", outbox.arrival, name="outbox_arrival"),
    path("outbox/<int:mail_id>/repetition/", outbox.repetition, name="outbox_repetition"),
    path("outbox/<int:mail_id>/rewriting/", outbox.rewriting, name="outbox_rewriting"),
    path("drafts/<int:draft_id>/sending/", departure.departure, name="draft_sending"),
    path("drafts/<int:draft_id>/discarding/", draft.discarding, name="draft_discarding"),
    path("drafts/<int:draft_id>/return/", draft.returning, name="draft_return"),
    path("drafts/<int:draft_id>/versions/", draft_versions.draft_versions, name="draft_versions"),
    path(
        "drafts/<int:draft_id>/versions/<int:version>/restoration/",
        draft_versions.restoration,
        name="draft_restoration",
    ),
    path("drafts/<int:draft_id>/files/", draft_files.draft_files, name="draft_files"),
    path("drafts/<int:draft_id>/files/<int:file_id>/", draft_files.draft_file, name="draft_file"),
    path(
        "drafts/<int:draft_id>/files/<int:file_id>/removal/",
        draft_files.file_removal,
        name="draft_file_removal",
    ),
]
