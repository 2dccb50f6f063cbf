"""Addresses of imports."""

from django.urls import path

from jembatan.platform.imports.web.pages import batch, columns, imports, quarantine, rollback

app_name = "imports"
urlpatterns = [
    path("imports/", imports.imports, name="imports"),
    path("imports/demo/removal/", imports.demo_removal, name="demo_removal"),
    path("imports/<int:batch_id>/", batch.batch, name="batch"),
    path("imports/<int:batch_id>/progress/", batch.progress, name="progress"),
    path("imports/<int:batch_id>/trial/", batch.trial, name="trial"),
    path("imports/<int:batch_id>/commit/", batch.commit, name="commit"),
    path("imports/<int:batch_id>/removal/", batch.removal, name="removal"),
    path("imports/<int:batch_id>/columns/", columns.columns, name="columns"),
    path("imports/<int:batch_id>/rollback/", rollback.rollback, name="rollback"),
    path("imports/<int:batch_id>/quarantine/", quarantine.quarantine, name="quarantine"),
    path("imports/<int:batch_id>/quarantine/retry/", quarantine.retry_everything, name="retry_all"),
    path("imports/quarantine/<int:item_id>/original/", quarantine.original, name="original"),
    path("imports/quarantine/<int:item_id>/retry/", quarantine.retry_one, name="retry"),
    path("imports/quarantine/<int:item_id>/dismissal/", quarantine.dismissal, name="dismissal"),
]
