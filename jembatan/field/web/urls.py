"""Addresses of the field: pages of phones below /duty/, and the desk's pages."""

from django.urls import path

from jembatan.field.web.pages import (
    alarms,
    checking,
    claims,
    deeds,
    duty,
    mine,
    programme,
    push,
    screen,
    sign_in,
)

app_name = "field"
PROGRAMME = "programmes/<int:programme_id>/field/"
OFFICER = "programmes/officers/<int:programme_officer_id>/phone/"
urlpatterns = [
    path("duty/", duty.duty, name="duty"),
    path("duty/at/<str:code>/", duty.duty, name="scanned"),
    path("duty/in/<str:token>/", sign_in.sign_in, name="sign_in"),
    path("duty/data/", duty.data, name="data"),
    path("duty/open/", duty.open_duties, name="open_duties"),
    path("duty/certificate/", duty.certificate, name="certificate"),
    path("duty/deeds/", deeds.deeds, name="deeds"),
    path("duty/leaving/", duty.leaving, name="leaving"),
    path("duty/mine/", mine.mine, name="mine"),
    path("duty/mine/file/", mine.mine_file, name="mine_file"),
    path("duty/mine/deletion/", mine.mine_deletion, name="mine_deletion"),
    path("duty/push/", push.push, name="push"),
    path("duty/push/ending/", push.push_ending, name="push_ending"),
    path("duty/worker.js", duty.worker, name="worker"),
    path("duty/screen/<str:token>/", screen.screen, name="screen"),
    path(PROGRAMME, programme.in_the_field, name="in_the_field"),
    path(f"{PROGRAMME}letters/", programme.letters, name="letters"),
    path(f"{PROGRAMME}alarms/", alarms.alarms, name="alarms"),
    path("programmes/seats/<int:duty_seat_id>/check/", checking.checking, name="checking"),
    path("programmes/claims/<int:claim_id>/", claims.claim, name="claim"),
    path("programmes/claims/files/<int:claim_file_id>/", claims.receipt, name="receipt"),
    path(OFFICER, programme.phone, name="phone"),
    path(f"{OFFICER}ending/", programme.phone_ending, name="phone_ending"),
    path("incidents/<int:incident_id>/", programme.incident, name="incident"),
    path("programmes/unreached/<int:unreached_id>/told/", programme.telling, name="telling"),
    path("incidents/<int:incident_id>/settling/", programme.settling, name="settling"),
    path("incidents/files/<int:incident_file_id>/", programme.incident_file, name="incident_file"),
]
