"""Consultations: asked inside, answered by a signed link outside."""

from django.urls import path

from jembatan.correspondence.web.pages import asking, consultation, outside_answer

urlpatterns = [
    path("threads/<int:thread_id>/questions/new/", asking.asking, name="asking"),
    path("drafts/<int:draft_id>/questions/new/", asking.asking_about_draft, name="asking_about_draft"),
    path(
        "questions/<int:consultation_id>/withdrawal/",
        consultation.withdrawal,
        name="consultation_withdrawal",
    ),
    path("questions/<int:consultation_id>/closing/", consultation.closing, name="consultation_closing"),
    path("questions/<int:consultation_id>/link/", consultation.new_link, name="consultation_link"),
    path(
        "drafts/<int:draft_id>/questions/<int:consultation_id>/insertion/",
        consultation.insertion,
        name="answer_insertion",
    ),
    path("answers/<str:token>/", outside_answer.outside_answer, name="outside_answer"),
    path("answers/<str:token>/renewal/", outside_answer.link_renewal, name="outside_renewal"),
]
