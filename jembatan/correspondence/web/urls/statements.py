"""Formal statements."""

from django.urls import path

from jembatan.correspondence.web.pages import statement, statements
from jembatan.correspondence.web.pages.letters import book, series, settings

urlpatterns = [
    path("statements/", statements.statements, name="statements"),
    path("statements/new/", statements.new_statement, name="new_statement"),
    path("statements/numbers/", book.number_book, name="number_book"),
    path("statements/numbers/file/", book.number_book_file, name="number_book_file"),
    path("statements/<int:statement_id>/", statement.statement, name="statement"),
    path("statements/<int:statement_id>/outcome/", statement.outcome, name="statement_outcome"),
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
