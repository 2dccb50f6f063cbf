"""Translation by a machine."""

from django.urls import path

from jembatan.correspondence.web.pages import translation_server, translations

urlpatterns = [
    path(
        "messages/<int:message_id>/translation/",
        translations.message_translation,
        name="message_translation",
    ),
    path("drafts/<int:draft_id>/translations/", translations.draft_translation, name="draft_translation"),
    path(
        "drafts/<int:draft_id>/translations/<int:translation_id>/reading/",
        translations.translation_reading,
        name="translation_reading",
    ),
    path("settings/translation/", translation_server.translation_server, name="translation_server"),
    path("settings/translation/trial/", translation_server.translation_trial, name="translation_trial"),
    path(
        "settings/translation/removal/",
        translation_server.translation_server_removal,
        name="translation_server_removal",
    ),
]
