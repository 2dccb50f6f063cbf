"""Read-back, for those outside."""

from django.urls import path

from jembatan.correspondence.web.pages import read_back

urlpatterns = [path("read-back/<str:token>/", read_back.read_back, name="read_back")]
