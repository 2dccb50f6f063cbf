"""Formal statements."""

from django.urls import path

from jembatan.correspondence.web.pages import statement, statements

urlpatterns = [
    path("statements/", statements.statements, name="statements"),
    path("statements/new/", statements.new_statement, name="new_statement"),
    path("statements/<int:statement_id>/", statement.statement, name="statement"),
    path("statements/<int:statement_id>/outcome/", statement.outcome, name="statement_outcome"),
]
