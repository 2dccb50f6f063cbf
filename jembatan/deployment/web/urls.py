"""Addresses of deployment."""

from django.urls import path

from jembatan.deployment.web.pages import board, rosters, seats

app_name = "deployment"
PROGRAMME = "programmes/<int:programme_id>/"
ROSTER = "rosters/<int:roster_id>/"
SEAT = f"{ROSTER}duties/<int:duty_id>/seats/<int:number>/"
urlpatterns = [
    path(f"{PROGRAMME}board/", board.board, name="board"),
    path(f"{PROGRAMME}rosters/", rosters.rosters, name="rosters"),
    path(ROSTER, rosters.roster, name="roster"),
    path(f"{ROSTER}progress/", rosters.progress, name="progress"),
    path(f"{ROSTER}stop/", rosters.stop, name="stop"),
    path(f"{ROSTER}check/", rosters.check, name="check"),
    path(f"{ROSTER}publication/", rosters.publication, name="publication"),
    path(f"{ROSTER}discarding/", rosters.discarding, name="discarding"),
    path(SEAT, seats.seat, name="seat"),
    path(f"{SEAT}holding/", seats.holding, name="holding"),
    path(f"{ROSTER}changes/", seats.changes, name="changes"),
]
