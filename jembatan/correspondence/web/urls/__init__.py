"""Addresses of correspondence, one module a subject."""

from jembatan.correspondence.web.urls import reading, settings, statements, writing

app_name = "correspondence"
urlpatterns = [*reading.urlpatterns, *writing.urlpatterns, *statements.urlpatterns, *settings.urlpatterns]
