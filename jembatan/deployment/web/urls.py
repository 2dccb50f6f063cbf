"""Addresses of deployment."""

from django.urls import path, re_path

from jembatan.deployment.web.pages import (
    board,
    bounds,
    broadcasts,
    filling,
    offers,
    on_duty,
    outside,
    papers,
    proposals,
    rosters,
    seats,
    standby,
)
from jembatan.platform.links import SIGNED

app_name = "deployment"
PROGRAMME = "programmes/<int:programme_id>/"
ROSTER = "rosters/<int:roster_id>/"
PROPOSAL = "replacements/<int:proposal_id>/"
SEAT = f"{ROSTER}duties/<int:duty_id>/seats/<int:number>/"
urlpatterns = [
    path(f"{PROGRAMME}board/", board.board, name="board"),
    path(f"{PROGRAMME}standby/", standby.standby, name="standby"),
    path(f"{PROGRAMME}standby/end/", standby.ending, name="standby_end"),
    path(f"{PROGRAMME}rosters/", rosters.rosters, name="rosters"),
    path(ROSTER, rosters.roster, name="roster"),
    path(f"{ROSTER}progress/", rosters.progress, name="progress"),
    path(f"{ROSTER}stop/", rosters.stop, name="stop"),
    path(f"{ROSTER}bound/", bounds.asking, name="bound"),
    path(f"{ROSTER}bound/progress/", bounds.progress, name="bound_progress"),
    path(f"{ROSTER}bound/stop/", bounds.stop, name="bound_stop"),
    path(f"{ROSTER}check/", rosters.check, name="check"),
    path(f"{ROSTER}publication/", rosters.publication, name="publication"),
    path(f"{ROSTER}discarding/", rosters.discarding, name="discarding"),
    path(f"{ROSTER}open/", seats.open_ones, name="open_seats"),
    path(SEAT, seats.seat, name="seat"),
    path(f"{SEAT}offer/", offers.offer, name="offer"),
    path(f"{SEAT}filling/", filling.filling, name="filling"),
    path(f"{SEAT}holding/", seats.holding, name="holding"),
    path(f"{ROSTER}changes/", seats.changes, name="changes"),
    path(f"{PROGRAMME}on-duty/", on_duty.on_duty, name="on_duty"),
    path(f"{PROGRAMME}officers/<int:officer_id>/replacement/", proposals.replacement, name="replacement"),
    path(PROPOSAL, proposals.proposal, name="proposal"),
    path(f"{PROPOSAL}dismissal/", proposals.dismissal, name="dismissal"),
    path(f"{PROPOSAL}taking-back/", proposals.taking_back, name="taking_back"),
    path(f"{PROGRAMME}broadcasts/", broadcasts.broadcasts, name="broadcasts"),
    path("broadcasts/<int:broadcast_id>/", broadcasts.broadcast, name="broadcast"),
    path("offers/<int:offer_id>/", offers.offer_answers, name="offer_answers"),
    path("offers/<int:offer_id>/withdrawal/", offers.withdrawal, name="offer_withdrawal"),
    path("offered/<str:token>/", outside.outside_offer, name="outside_offer"),
    # Letters of earlier days lead there; nothing else below /duty/, which is the phones', fits.
    re_path(rf"^duty/(?P<token>{SIGNED})/$", outside.outside_offer, name="outside_offer_before"),
    path("taking-over/<str:token>/", outside.outside_handover, name="outside_handover"),
    path("read/<str:token>/", outside.outside_broadcast, name="outside_broadcast"),
    path(f"{PROGRAMME}papers/", papers.papers, name="papers"),
    path(f"{PROGRAMME}papers/situation/", papers.situation, name="situation"),
    path(f"{PROGRAMME}papers/hours/", papers.hours, name="hours"),
    path(f"{PROGRAMME}papers/certificates/", papers.certificates, name="certificates"),
    path(f"{PROGRAMME}papers/certificates/issue/", papers.issuing, name="issuing"),
    path(
        "programmes/officers/<int:programme_officer_id>/certificate/",
        papers.certificate,
        name="officer_certificate",
    ),
]
