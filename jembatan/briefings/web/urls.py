"""Addresses of briefs."""

from django.urls import path

from jembatan.briefings.web.pages import (
    beginning,
    brief,
    briefs,
    circulation,
    cleared,
    clearing,
    contributions,
    handover,
    podium,
    setting,
    versions,
    writing,
)

app_name = "briefings"
ONE = "briefs/<int:brief_id>/"
CLEARANCE = f"{ONE}clearances/<int:brief_clearance_id>/"
urlpatterns = [
    path("organisations/<int:organisation_id>/brief/", brief.organisation_brief, name="organisation"),
    path("meetings/<int:meeting_id>/brief/", brief.meeting_brief, name="meeting"),
    path("organisations/<int:organisation_id>/briefs/", beginning.on_organisation, name="begin_organisation"),
    path("meetings/<int:meeting_id>/briefs/", beginning.for_meeting, name="begin_meeting"),
    path("handover/", handover.choice, name="handover"),
    path(
        "handover/organisations/<int:organisation_id>/",
        handover.of_organisation,
        name="handover_of_organisation",
    ),
    path("handover/dossiers/<int:dossier_id>/", handover.of_dossier, name="handover_of_dossier"),
    path("handover/members/<int:membership_id>/", handover.of_officer, name="handover_of_officer"),
    path("briefs/", briefs.briefs, name="briefs"),
    path("briefs/podium-worker.js", podium.worker, name="podium_worker"),
    path(f"{ONE}podium/", podium.podium, name="podium"),
    path(f"{ONE}podium/rehearsals/", podium.rehearsal, name="rehearsal"),
    path(f"{ONE}podium/print/", podium.large_print, name="large_print"),
    path(ONE, writing.brief, name="brief"),
    path(f"{ONE}discarding/", beginning.discarding, name="discarding"),
    path(f"{ONE}return/", beginning.returning, name="return"),
    path(f"{ONE}setting/", setting.setting, name="setting"),
    path(f"{ONE}parts/<str:part>/", writing.part, name="part"),
    path(f"{ONE}parts/<str:part>/versions/", versions.versions, name="versions"),
    path(
        f"{ONE}parts/<str:part>/versions/<int:version>/restoration/", versions.restoration, name="restoration"
    ),
    path(f"{ONE}question/", clearing.question, name="question"),
    path(CLEARANCE, clearing.clearance, name="clearance"),
    path(f"{CLEARANCE}clearing/", clearing.clearing, name="clearing"),
    path(f"{CLEARANCE}return/", clearing.giving_back, name="giving_back"),
    path(f"{CLEARANCE}withdrawal/", clearing.withdrawal, name="withdrawal"),
    path(f"{ONE}cleared/", cleared.cleared, name="cleared"),
    path(f"{ONE}mail/", cleared.mailing, name="mailing"),
    path(f"{ONE}reading/", circulation.reading, name="reading"),
    path(f"{ONE}readers/", circulation.circulation, name="circulation"),
    path(f"{ONE}readers/<int:user_id>/removal/", circulation.removal, name="reader_removal"),
    path(f"{ONE}contribution/", contributions.asking, name="contribution"),
    path(f"{ONE}answers/<int:contribution_id>/", contributions.insertion, name="answer_insertion"),
]
