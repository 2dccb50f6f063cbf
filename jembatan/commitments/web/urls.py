"""Addresses of promises."""

from django.urls import path

from jembatan.commitments.web.pages import closing, new, promise, promises

app_name = "commitments"
ONE = "promises/<int:commitment_id>/"
urlpatterns = [
    path("promises/", promises.promises, name="promises"),
    path("promises/new/", new.new, name="new"),
    path("promises/keeping/", closing.keeping_several, name="keeping_several"),
    path("promises/opening/", closing.opening_several, name="opening_several"),
    path(ONE, promise.promise, name="promise"),
    path(f"{ONE}correction/", promise.correction, name="correction"),
    path(f"{ONE}keeping/", closing.keeping, name="keeping"),
    path(f"{ONE}opening/", closing.opening, name="opening"),
    path(f"{ONE}withdrawal/", closing.withdrawal, name="withdrawal"),
    path(f"{ONE}another-day/", closing.another_day, name="another_day"),
]
