"""Addresses of search."""

from django.urls import path

from jembatan.platform.search.web.pages import search

app_name = "search"
urlpatterns = [
    path("search/", search.search, name="search"),
    path("search/suggestions/", search.suggestions, name="suggestions"),
]
