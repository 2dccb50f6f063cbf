"""Addresses of programmes."""

from django.urls import path

from jembatan.programmes.web.pages import (
    certificates,
    delegation_fields,
    delegations,
    duties,
    duty_templates,
    importing,
    itinerary,
    members,
    movements,
    officer,
    officers,
    personal,
    places,
    posts,
    programmes,
    teams,
)

app_name = "programmes"
ONE = "programmes/<int:programme_id>/"
DELEGATION = "programmes/delegations/<int:delegation_id>/"
MEMBER = "programmes/members/<int:member_id>/"
MOVEMENT = "programmes/movements/<int:movement_id>/"
ITEM = "programmes/items/<int:itinerary_item_id>/"
DUTY = "programmes/duties/<int:duty_id>/"
TEMPLATE = "programmes/duty-templates/<int:duty_template_id>/"
RUN = "programmes/duty-runs/<int:run_id>/"
OFFICER = "programmes/officers/<int:lo_id>/"
PAPER = "programmes/certificates/<int:officer_certificate_id>/"
PLACE = "programmes/places/<int:place_id>/"
POST = "programmes/posts/<int:post_id>/"
urlpatterns = [
    path("programmes/", programmes.programmes, name="programmes"),
    path("programmes/new/", programmes.new, name="new"),
    path(ONE, programmes.programme, name="programme"),
    path(f"{ONE}days/", programmes.days, name="days"),
    path(f"{ONE}rules/", programmes.rules, name="rules"),
    path(f"{ONE}import/", importing.importing, name="import"),
    path(f"{ONE}delegations/", delegations.delegations, name="delegations"),
    path(DELEGATION, delegations.delegation, name="delegation"),
    path(f"{DELEGATION}removal/", delegations.removal, name="delegation_removal"),
    path(f"{DELEGATION}fields/<slug:field>/", delegation_fields.delegation_field, name="delegation_field"),
    path(f"{DELEGATION}members/", members.members, name="members"),
    path(f"{DELEGATION}notes/", members.notes, name="notes"),
    path(f"{DELEGATION}readers/", members.readers, name="readers"),
    path(f"{DELEGATION}movements/new/", movements.new_movement, name="new_movement"),
    path(f"{DELEGATION}itinerary/new/", itinerary.new_item, name="new_item"),
    path(MEMBER, members.member, name="member"),
    path(f"{MEMBER}removal/", members.member_removal, name="member_removal"),
    path(f"{MEMBER}head/", members.headship, name="headship"),
    path("programmes/notes/<int:note_id>/removal/", members.note_removal, name="note_removal"),
    path("programmes/readers/<int:note_reader_id>/removal/", members.reader_removal, name="reader_removal"),
    path(MOVEMENT, movements.movement, name="movement"),
    path(f"{MOVEMENT}cancellation/", movements.movement_cancellation, name="movement_cancellation"),
    path(f"{MOVEMENT}return/", movements.movement_return, name="movement_return"),
    path(f"{ONE}itinerary/", itinerary.itinerary, name="itinerary"),
    path(f"{ONE}itinerary/new/", itinerary.new_shared_item, name="new_shared_item"),
    path(ITEM, itinerary.item, name="item"),
    path(f"{ITEM}cancellation/", itinerary.item_cancellation, name="item_cancellation"),
    path(f"{ITEM}return/", itinerary.item_return, name="item_return"),
    path(f"{ONE}duties/", duties.duties, name="duties"),
    path(f"{ONE}duties/new/", duties.new_duty, name="new_duty"),
    path(DUTY, duties.duty, name="duty"),
    path(f"{DUTY}overlap/", duties.duty_overlap, name="duty_overlap"),
    path(f"{DUTY}cancellation/", duties.duty_cancellation, name="duty_cancellation"),
    path(f"{DUTY}return/", duties.duty_return, name="duty_return"),
    path(f"{ONE}templates/", duty_templates.templates, name="templates"),
    path(f"{ONE}templates/new/", duty_templates.new_template, name="new_template"),
    path(TEMPLATE, duty_templates.template, name="template"),
    path(f"{TEMPLATE}removal/", duty_templates.template_removal, name="template_removal"),
    path(f"{ONE}runs/", duty_templates.runs, name="runs"),
    path(RUN, duty_templates.run, name="run"),
    path(f"{RUN}doing/", duty_templates.run_doing, name="run_doing"),
    path(f"{RUN}undoing/", duty_templates.run_undoing, name="run_undoing"),
    path(f"{ONE}officers/", officers.officers, name="officers"),
    path(f"{ONE}officers/new/", officers.new_officer, name="new_officer"),
    path(OFFICER, officer.officer, name="officer"),
    path(f"{OFFICER}edit/", officers.officer_edit, name="officer_edit"),
    path(f"{OFFICER}ending/", officers.officer_ending, name="officer_ending"),
    path(f"{OFFICER}return/", officers.officer_return, name="officer_return"),
    path(f"{OFFICER}data/", personal.officer_data, name="officer_data"),
    path(f"{OFFICER}declining/", personal.deletion_declining, name="deletion_declining"),
    path(f"{OFFICER}erasure/", personal.officer_erasure, name="officer_erasure"),
    path(f"{OFFICER}absences/", officer.absences, name="absences"),
    path(f"{OFFICER}certificates/", certificates.certificates, name="certificates"),
    path(f"{PAPER}check/", certificates.certificate_check, name="certificate_check"),
    path(f"{PAPER}removal/", certificates.certificate_removal, name="certificate_removal"),
    path(f"{OFFICER}conflicts/", officer.conflicts, name="conflicts"),
    path(f"{OFFICER}pairs/", officer.pairs, name="pairs"),
    path("programmes/absences/<int:absence_id>/removal/", officer.absence_removal, name="absence_removal"),
    path(
        "programmes/conflicts/<int:interest_conflict_id>/removal/",
        officer.conflict_removal,
        name="conflict_removal",
    ),
    path("programmes/pairs/<int:pair_id>/removal/", officer.pair_removal, name="pair_removal"),
    path(f"{ONE}posts/", posts.posts, name="posts"),
    path(POST, posts.post, name="post"),
    path(f"{POST}removal/", posts.post_removal, name="post_removal"),
    path(f"{ONE}teams/", teams.teams, name="teams"),
    path(f"{ONE}teams/sharing-out/", teams.sharing_out, name="sharing_out"),
    path(f"{ONE}places/", places.places, name="places"),
    path(f"{ONE}travel/", places.travel, name="travel"),
    path(PLACE, places.place, name="place"),
    path(f"{PLACE}removal/", places.place_removal, name="place_removal"),
]
