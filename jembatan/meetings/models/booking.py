"""Rooms of the desk, and what is taken when: the database refuses to give a room, or one of us, twice."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from jembatan.meetings.models.meeting import Meeting
from jembatan.meetings.models.room import Room


class Booking(models.Model):
    """A room, or a member of the desk, during one meeting: from its beginning until before its end.

    One that is `allowed_by` somebody was made knowingly although the member is elsewhere; for a room there is no such thing.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="bookings")
    room = models.ForeignKey(Room, on_delete=models.CASCADE, null=True, blank=True, related_name="bookings")
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    span = DateTimeRangeField()
    allowed = models.BooleanField(default=False)
    allowed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="room_given_once",
                expressions=[("room", RangeOperators.EQUAL), ("span", RangeOperators.OVERLAPS)],
                condition=Q(room__isnull=False),
            ),
            ExclusionConstraint(
                name="member_in_one_place",
                expressions=[("member", RangeOperators.EQUAL), ("span", RangeOperators.OVERLAPS)],
                condition=Q(member__isnull=False, allowed=False),
            ),
            models.CheckConstraint(
                condition=Q(room__isnull=False) ^ Q(member__isnull=False), name="booking_of_room_or_member"
            ),
            models.CheckConstraint(
                condition=Q(allowed=False) | Q(room__isnull=True), name="room_never_allowed_twice"
            ),
        ]
