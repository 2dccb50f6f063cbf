"""Formal statements."""

from django.urls import path

from jembatan.correspondence.web.pages import (
    statement,
    statement_edit,
    statement_entry,
    statement_files,
    statements,
)
from jembatan.correspondence.web.pages.letters import book, progress, series, settings, templates, writing

urlpatterns = [
    path("statements/", statements.statements, name="statements"),
    path("statements/new/", statement_entry.new_statement, name="new_statement"),
    path("messages/<int:message_id>/statement/", statement_entry.message_statement, name="message_statement"),
    path("statements/numbers/", book.number_book, name="number_book"),
    path("statements/numbers/file/", book.number_book_file, name="number_book_file"),
    path("statements/<int:statement_id>/", statement.statement, name="statement"),
    path("statements/<int:statement_id>/outcome/", statement.outcome, name="statement_outcome"),
    path("statements/<int:statement_id>/edit/", statement_edit.statement_edit, name="statement_edit"),
    path("statements/<int:statement_id>/files/", statement_files.statement_files, name="statement_files"),
    path(
        "statements/<int:statement_id>/files/<int:enclosure_id>/",
        statement_files.statement_file,
        name="statement_file",
    ),
    path(
        "statements/<int:statement_id>/files/<int:enclosure_id>/removal/",
        statement_files.statement_file_removal,
        name="statement_file_removal",
    ),
    path("statements/letters/new/", writing.new_letter, name="new_letter"),
    path("statements/<int:statement_id>/letter/", writing.letter, name="letter"),
    path("statements/<int:statement_id>/letter/number/", progress.letter_number, name="letter_number"),
    path(
        "statements/<int:statement_id>/letter/withdrawal/",
        progress.letter_withdrawal,
        name="letter_withdrawal",
    ),
    path("statements/<int:statement_id>/letter/<str:form>/", progress.letter_file, name="letter_file"),
    path("settings/letters/templates/new/", templates.template, name="new_letter_template"),
    path(
        "settings/letters/templates/preview/", templates.template_preview, name="new_letter_template_preview"
    ),
    path("settings/letters/templates/<int:template_id>/", templates.template, name="letter_template"),
    path(
        "settings/letters/templates/<int:template_id>/preview/",
        templates.template_preview,
        name="letter_template_preview",
    ),
    path(
        "settings/letters/templates/<int:template_id>/word/",
        templates.template_word,
        name="letter_template_word",
    ),
    path(
        "settings/letters/templates/<int:template_id>/retirement/",
        templates.template_retirement,
        name="letter_template_retirement",
    ),
    path(
        "settings/letters/templates/<int:template_id>/return/",
        templates.template_return,
        name="letter_template_return",
    ),
    path("settings/letters/", settings.letter_settings, name="letter_settings"),
    path("settings/letters/series/new/", series.series, name="new_number_series"),
    path("settings/letters/series/<int:series_id>/", series.series, name="number_series"),
    path(
        "settings/letters/series/<int:series_id>/retirement/",
        series.series_retirement,
        name="number_series_retirement",
    ),
    path(
        "settings/letters/series/<int:series_id>/return/", series.series_return, name="number_series_return"
    ),
]
