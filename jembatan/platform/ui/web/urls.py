"""Addresses of ui."""

from django.urls import path

from jembatan.platform.ui.web.pages import saved_views, styleguide, today

app_name = "ui"
urlpatterns = [
    path("", today.today, name="today"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("styleguide/value/", styleguide.value, name="styleguide_value"),
    path("views/", saved_views.saved_views, name="saved_views"),
    path("views/<int:view_id>/", saved_views.saved_view, name="saved_view"),
    path("views/<int:view_id>/removal/", saved_views.removal, name="saved_view_removal"),
]
