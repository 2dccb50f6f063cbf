"""Addresses of recruitment."""

from django.urls import path

from jembatan.recruitment.web.pages import (
    application,
    applications,
    books,
    calls,
    evidence,
    importing,
    interviews,
    marking,
    own,
    personal,
    photos,
    posts,
    public,
    questions,
    training,
)

app_name = "recruitment"
CALL = "recruitment/<int:call_id>/"
QUESTION = f"{CALL}questions/<int:question_id>/"
ONE = "applications/<int:application_id>/"
TRAINING = "trainings/<int:training_id>/"
TASK = "tasks/<int:task_id>/"
OWN = "application/<str:token>/"
urlpatterns = [
    path("programmes/<int:programme_id>/calls/new/", calls.new_call, name="new_call"),
    path(CALL, calls.call, name="call"),
    path(f"{CALL}preview/", public.preview, name="preview"),
    path(f"{CALL}wording/", calls.wording, name="wording"),
    path(f"{CALL}publication/", calls.publication, name="publication"),
    path(f"{CALL}questions/", questions.questions, name="questions"),
    path(QUESTION, questions.question_words, name="question_words"),
    path(f"{QUESTION}earlier/", questions.question_earlier, name="question_earlier"),
    path(f"{QUESTION}removal/", questions.question_removal, name="question_removal"),
    path(f"{CALL}weights/", calls.weights, name="weights"),
    path(f"{CALL}applications/", applications.applications, name="applications"),
    path(f"{CALL}import/", importing.importing, name="importing"),
    path(f"{CALL}decisions/", applications.decisions, name="decisions"),
    path(f"{CALL}posts/", posts.posts, name="posts"),
    path(f"{CALL}decisions/undoing/", applications.undoing, name="undoing"),
    path(f"{CALL}interviews/", interviews.interviews, name="interviews"),
    path(f"{CALL}interviews/<int:slot_id>/removal/", interviews.time_removal, name="time_removal"),
    path(f"{CALL}interviews/return/", interviews.time_return, name="time_return"),
    path(ONE, application.application, name="application"),
    path(f"{ONE}rating/", application.rating, name="rating"),
    path(f"{ONE}language/", application.tested, name="tested"),
    path(f"{ONE}certificates/", evidence.certificates, name="certificates"),
    path(
        f"{ONE}certificates/<int:certificate_id>/check/", evidence.certificate_check, name="certificate_check"
    ),
    path(
        f"{ONE}certificates/<int:certificate_id>/removal/",
        evidence.certificate_removal,
        name="certificate_removal",
    ),
    path(f"{ONE}conflicts/", evidence.conflicts, name="conflicts"),
    path(f"{ONE}correction/", personal.correction, name="correction"),
    path(f"{ONE}data/", personal.data, name="data"),
    path(f"{ONE}erasure/", personal.erasure, name="erasure"),
    path(f"{ONE}files/<int:answer_id>/", application.file, name="file"),
    path("programmes/<int:programme_id>/trainings/", training.trainings, name="trainings"),
    path("programmes/<int:programme_id>/tasks/", training.tasks, name="tasks"),
    path("programmes/<int:programme_id>/badges/", training.badges, name="badges"),
    path(TRAINING, marking.training, name="training"),
    path(f"{TRAINING}words/", books.training_words, name="training_words"),
    path(f"{TRAINING}removal/", books.training_removal, name="training_removal"),
    path(TASK, marking.task, name="task"),
    path(f"{TASK}words/", books.task_words, name="task_words"),
    path(f"{TASK}removal/", books.task_removal, name="task_removal"),
    path("programmes/officers/<int:lo_id>/photo/", photos.photo, name="photo"),
    path("programmes/officers/<int:lo_id>/photo/removal/", photos.photo_removal, name="photo_removal"),
    path("badge/<str:token>/", training.badge, name="badge"),
    path("apply/<str:slug>/", public.public, name="public"),
    path(OWN, own.own, name="own"),
    path(f"{OWN}form/", own.own_form, name="own_form"),
    path(f"{OWN}data/", own.own_data, name="own_data"),
    path(f"{OWN}interview/", own.interview, name="interview"),
    path(f"{OWN}interview.ics", own.own_calendar, name="own_calendar"),
    path(f"{OWN}withdrawal/", own.withdrawal, name="withdrawal"),
    path(f"{OWN}deletion/", own.deletion, name="deletion"),
]
