"""Addresses of sign-in, settings and members."""

from django.urls import include, path

from jembatan.accounts.web.pages import (
    appearance,
    desk,
    devices,
    feeds,
    member_address,
    members,
    password_reset,
    preferences,
    sign_in_link,
)

app_name = "accounts"
urlpatterns = [
    path("sign-in/<str:secret>/", sign_in_link.sign_in_link, name="sign_in_link"),
    path("settings/", preferences.preferences, name="preferences"),
    path("settings/theme/", appearance.theme, name="theme"),
    path("settings/language/", appearance.language, name="language"),
    path("settings/members/", members.members, name="members"),
    path("settings/members/<int:membership_id>/role/", members.role, name="role"),
    path(
        "settings/members/<int:membership_id>/address/", member_address.member_address, name="member_address"
    ),
    path("settings/members/<int:membership_id>/removal/", members.removal, name="removal"),
    path("settings/members/return/", members.member_return, name="member_return"),
    path("settings/desk/", desk.desk, name="desk"),
    path("settings/desk/addresses/", desk.address, name="our_address"),
    path("settings/desk/addresses/removal/", desk.address_removal, name="our_address_removal"),
    path("settings/devices/", devices.devices, name="devices"),
    path("settings/devices/<int:password_id>/removal/", devices.device_removal, name="device_removal"),
    path("settings/devices/feeds/", feeds.feeds, name="feeds"),
    path("settings/devices/feeds/<int:feed_id>/removal/", feeds.feed_removal, name="feed_removal"),
    path("device/<str:token>/", devices.device_setup, name="device_setup"),
    path("device/<str:token>/profile/", devices.device_profile, name="device_profile"),
    path("settings/desk/choice/", members.desk_choice, name="desk_choice"),
]

allauth_patterns = [
    path("accounts/email/", preferences.sign_in_address),
    path("accounts/password/reset/", password_reset.password_reset, name="account_reset_password"),
    path("accounts/", include("allauth.urls")),
]
