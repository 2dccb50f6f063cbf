"""Addresses of meetings."""

from django.urls import path

from jembatan.meetings.web.pages import (
    agenda,
    agenda_templates,
    answer,
    apart,
    calendar,
    fields,
    guests,
    invitation,
    meeting,
    new_meeting,
    online,
    order,
    papers,
    printing,
    question,
    rooms,
    seating,
    status,
    times,
)
from jembatan.meetings.web.pages import outside as outside_page
from jembatan.meetings.web.pages.circulation import agreed, circulation, correction, partners
from jembatan.meetings.web.pages.circulation import outside as outside_circulation
from jembatan.meetings.web.pages.minutes import attending, ending, minutes, paper, writing
from jembatan.meetings.web.pages.outcomes import action, actions, closing, decision
from jembatan.meetings.web.pages.polls import new, outside, poll

app_name = "meetings"
urlpatterns = [
    path("calendar/", calendar.calendar, name="calendar"),
    path("meetings/new/", new_meeting.new, name="new"),
    path("meetings/<int:meeting_id>/", meeting.meeting, name="meeting"),
    path("meetings/<int:meeting_id>/fields/<str:field>/", fields.field, name="field"),
    path("meetings/<int:meeting_id>/apart/", apart.apart, name="apart"),
    path("meetings/<int:meeting_id>/times/", times.times, name="times"),
    path("settings/rooms/", rooms.rooms, name="rooms"),
    path("settings/rooms/<int:room_id>/retirement/", rooms.retirement, name="room_retirement"),
    path("settings/rooms/<int:room_id>/return/", rooms.room_return, name="room_return"),
    path("meetings/<int:meeting_id>/room/", rooms.room_of_meeting, name="room"),
    path("settings/online/", online.online_settings, name="online_settings"),
    path("meetings/<int:meeting_id>/online/", online.online, name="online"),
    path("meetings/<int:meeting_id>/invitation/", invitation.invitation, name="invitation"),
    path("meetings/<int:meeting_id>/answer/", answer.answer, name="answer"),
    path("meetings/<int:meeting_id>/proposal/", answer.proposal, name="proposal"),
    path("meetings/<int:meeting_id>/questions/<int:question_id>/", question.question, name="question"),
    path("meetings/<int:meeting_id>/agenda/new/", agenda.point, name="agenda_new"),
    path("settings/agendas/", agenda_templates.agenda_settings, name="agenda_settings"),
    path(
        "settings/agendas/<int:agenda_template_id>/retirement/",
        agenda_templates.agenda_template_retirement,
        name="agenda_template_retirement",
    ),
    path(
        "settings/agendas/<int:agenda_template_id>/return/",
        agenda_templates.agenda_template_return,
        name="agenda_template_return",
    ),
    path(
        "meetings/<int:meeting_id>/agenda/template/", agenda_templates.agenda_template, name="agenda_template"
    ),
    path("meetings/<int:meeting_id>/agenda/start/", agenda.start, name="agenda_start"),
    path("meetings/<int:meeting_id>/agenda/<int:agenda_item_id>/", agenda.point, name="agenda_point"),
    path(
        "meetings/<int:meeting_id>/agenda/<int:agenda_item_id>/moving/", agenda.moving, name="agenda_moving"
    ),
    path(
        "meetings/<int:meeting_id>/agenda/<int:agenda_item_id>/removal/",
        agenda.removal,
        name="agenda_removal",
    ),
    path(
        "meetings/<int:meeting_id>/agenda/<int:agenda_item_id>/restoration/",
        agenda.restoration,
        name="agenda_restoration",
    ),
    path("actions/", actions.actions, name="actions"),
    path("actions/closing/", closing.actions_closing, name="actions_closing"),
    path("actions/reopening/", closing.actions_reopening, name="actions_reopening"),
    path("meetings/<int:meeting_id>/actions/new/", action.new_action, name="action_new"),
    path("meetings/<int:meeting_id>/actions/<int:action_id>/", action.action, name="action"),
    path(
        "meetings/<int:meeting_id>/actions/<int:action_id>/closing/", closing.closing, name="action_closing"
    ),
    path(
        "meetings/<int:meeting_id>/actions/<int:action_id>/dropping/",
        closing.dropping,
        name="action_dropping",
    ),
    path(
        "meetings/<int:meeting_id>/actions/<int:action_id>/reopening/",
        closing.action_reopening,
        name="action_reopening",
    ),
    path(
        "meetings/<int:meeting_id>/actions/<int:action_id>/removal/",
        action.action_removal,
        name="action_removal",
    ),
    path(
        "meetings/<int:meeting_id>/actions/<int:action_id>/restoration/",
        action.action_restoration,
        name="action_restoration",
    ),
    path("meetings/<int:meeting_id>/decisions/new/", decision.new_decision, name="decision_new"),
    path("meetings/<int:meeting_id>/decisions/<int:decision_id>/", decision.decision, name="decision"),
    path(
        "meetings/<int:meeting_id>/decisions/<int:decision_id>/removal/",
        decision.decision_removal,
        name="decision_removal",
    ),
    path(
        "meetings/<int:meeting_id>/decisions/<int:decision_id>/restoration/",
        decision.decision_restoration,
        name="decision_restoration",
    ),
    path("meetings/<int:meeting_id>/agenda/<int:agenda_item_id>/papers/", papers.new_paper, name="new_paper"),
    path("meetings/<int:meeting_id>/papers/<int:paper_id>/", papers.paper, name="paper"),
    path(
        "meetings/<int:meeting_id>/papers/<int:paper_id>/removal/", papers.paper_removal, name="paper_removal"
    ),
    path("meetings/<int:meeting_id>/papers/<int:paper_id>/return/", papers.paper_return, name="paper_return"),
    path("meetings/<int:meeting_id>/agenda/print/<str:form>/", printing.agenda, name="printed_agenda"),
    path("meetings/<int:meeting_id>/minutes/", minutes.beginning, name="minutes_beginning"),
    path("minutes/<int:minutes_id>/", minutes.minutes, name="minutes"),
    path("minutes/<int:minutes_id>/writing/", writing.writing, name="minutes_writing"),
    path("minutes/<int:minutes_id>/attendance/<int:guest_id>/", attending.marking, name="minutes_marking"),
    path("minutes/<int:minutes_id>/walk-ins/", attending.walk_in, name="minutes_walk_in"),
    path(
        "minutes/<int:minutes_id>/walk-ins/<int:attendee_id>/removal/",
        attending.removal,
        name="minutes_walk_in_removal",
    ),
    path("minutes/<int:minutes_id>/finish/", ending.finish, name="minutes_finish"),
    path("minutes/<int:minutes_id>/reopening/", ending.reopening, name="minutes_reopening"),
    path("minutes/<int:minutes_id>/paper/", paper.paper, name="minutes_paper"),
    path("meetings/<int:meeting_id>/order/", order.order, name="order"),
    path("meetings/<int:meeting_id>/order/print/<str:form>/", printing.order, name="printed_order"),
    path(
        "meetings/<int:meeting_id>/delegations/print/<str:form>/",
        printing.delegations,
        name="printed_delegations",
    ),
    path("meetings/<int:meeting_id>/guests/<int:guest_id>/place/", order.place, name="place"),
    path(
        "meetings/<int:meeting_id>/guests/<int:guest_id>/place/removal/",
        order.place_removal,
        name="place_removal",
    ),
    path("meetings/<int:meeting_id>/guests/<int:guest_id>/rank/", order.guest_rank, name="guest_rank"),
    path("meetings/<int:meeting_id>/seating/", seating.seating, name="seating"),
    path(
        "meetings/<int:meeting_id>/seating/print/<str:what>/", seating.printed_seating, name="printed_seating"
    ),
    path("meetings/<int:meeting_id>/seating/<int:guest_id>/", seating.seat, name="seat"),
    path(
        "meetings/<int:meeting_id>/seating/<int:guest_id>/removal/", seating.seat_removal, name="seat_removal"
    ),
    path("meetings/<int:meeting_id>/cancellation/", status.cancellation, name="cancellation"),
    path("meetings/<int:meeting_id>/restoration/", status.restoration, name="restoration"),
    path("meetings/<int:meeting_id>/guests/", guests.add, name="guests"),
    path("meetings/<int:meeting_id>/guests/restoration/", guests.restoration, name="guest_restoration"),
    path("meetings/<int:meeting_id>/guests/<int:guest_id>/removal/", guests.remove, name="guest_removal"),
    path("meetings/polls/", poll.polls, name="polls"),
    path("meetings/polls/new/", new.new, name="new_poll"),
    path("meetings/polls/<int:poll_id>/", poll.poll, name="poll"),
    path("meetings/polls/<int:poll_id>/decision/", poll.decision, name="poll_decision"),
    path("meetings/polls/<int:poll_id>/calling-off/", poll.calling_off, name="poll_calling_off"),
    path("meetings/polls/<int:poll_id>/reopening/", poll.reopening, name="poll_reopening"),
    path(
        "meetings/polls/<int:poll_id>/guests/<int:poll_guest_id>/answers/", poll.answers, name="poll_answers"
    ),
    path("meetings/polls/<int:poll_id>/guests/<int:poll_guest_id>/asking/", poll.asking, name="poll_asking"),
    path("meetings/minutes/<int:minutes_id>/circulation/", circulation.circulation, name="circulation"),
    path(
        "meetings/minutes/<int:minutes_id>/circulation/closing/",
        circulation.circulation_closing,
        name="circulation_closing",
    ),
    path(
        "meetings/minutes/<int:minutes_id>/circulation/addendum/",
        agreed.addendum,
        name="minutes_addendum",
    ),
    path("meetings/minutes/<int:minutes_id>/circulation/pdf/", agreed.agreed_pdf, name="agreed_minutes"),
    path(
        "meetings/minutes/<int:minutes_id>/circulation/partners/<int:minutes_partner_id>/asking/",
        partners.asking,
        name="circulation_asking",
    ),
    path(
        "meetings/minutes/<int:minutes_id>/circulation/partners/<int:minutes_partner_id>/withdrawal/",
        partners.withdrawal,
        name="circulation_withdrawal",
    ),
    path(
        "meetings/minutes/<int:minutes_id>/circulation/partners/<int:minutes_partner_id>/return/",
        partners.partner_return,
        name="circulation_partner_return",
    ),
    path(
        "meetings/minutes/<int:minutes_id>/circulation/corrections/<int:correction_id>/acceptance/",
        correction.acceptance,
        name="correction_acceptance",
    ),
    path(
        "meetings/minutes/<int:minutes_id>/circulation/corrections/<int:correction_id>/refusal/",
        correction.refusal,
        name="correction_refusal",
    ),
    path(
        "meetings/minutes/<int:minutes_id>/circulation/corrections/<int:correction_id>/return/",
        correction.correction_return,
        name="correction_return",
    ),
    path("agreement/<str:token>/", outside_circulation.outside_minutes, name="outside_minutes"),
    path("meeting/<str:token>/", outside_page.outside_meeting, name="outside_meeting"),
    path("meeting/<str:token>/papers/<int:paper_id>/", outside_page.outside_paper, name="outside_paper"),
    path("poll/<str:token>/", outside.outside_poll, name="outside_poll"),
]
