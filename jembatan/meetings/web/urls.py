"""Addresses of meetings."""

from django.urls import path

from jembatan.meetings.web.pages import (
    answer,
    calendar,
    fields,
    guests,
    invitation,
    meeting,
    new_meeting,
    question,
    rooms,
    status,
    times,
)

app_name = "meetings"
urlpatterns = [
    path("calendar/", calendar.calendar, name="calendar"),
    path("meetings/new/", new_meeting.new, name="new"),
    path("meetings/<int:meeting_id>/", meeting.meeting, name="meeting"),
    path("meetings/<int:meeting_id>/fields/<str:field>/", fields.field, name="field"),
    path("meetings/<int:meeting_id>/times/", times.times, name="times"),
    path("settings/rooms/", rooms.rooms, name="rooms"),
    path("settings/rooms/<int:room_id>/retirement/", rooms.retirement, name="room_retirement"),
    path("settings/rooms/<int:room_id>/return/", rooms.room_return, name="room_return"),
    path("meetings/<int:meeting_id>/room/", rooms.room_of_meeting, name="room"),
    path("meetings/<int:meeting_id>/invitation/", invitation.invitation, name="invitation"),
    path("meetings/<int:meeting_id>/answer/", answer.answer, name="answer"),
    path("meetings/<int:meeting_id>/proposal/", answer.proposal, name="proposal"),
    path("meetings/<int:meeting_id>/questions/<int:question_id>/", question.question, name="question"),
    path("meetings/<int:meeting_id>/cancellation/", status.cancellation, name="cancellation"),
    path("meetings/<int:meeting_id>/restoration/", status.restoration, name="restoration"),
    path("meetings/<int:meeting_id>/guests/", guests.add, name="guests"),
    path("meetings/<int:meeting_id>/guests/restoration/", guests.restoration, name="guest_restoration"),
    path("meetings/<int:meeting_id>/guests/<int:guest_id>/removal/", guests.remove, name="guest_removal"),
]
