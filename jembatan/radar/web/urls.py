"""Addresses of the radar."""

from django.urls import path

from jembatan.radar.web.pages import deciding, later, network, setting, signal, signals, task

app_name = "radar"
ONE = "radar/<int:signal_id>/"
urlpatterns = [
    path("radar/", signals.signals, name="signals"),
    path("radar/network/", network.network, name="network"),
    path("radar/network/links/", network.links, name="links"),
    path("settings/radar/", setting.setting, name="setting"),
    path(ONE, signal.signal, name="signal"),
    path(f"{ONE}first-step/", signal.first_step, name="first_step"),
    path(f"{ONE}dismissal/", deciding.dismissal, name="dismissal"),
    path(f"{ONE}restoring/", deciding.restoring, name="restoring"),
    path(f"{ONE}snooze/", later.snoozing, name="snoozing"),
    path(f"{ONE}waking/", later.waking, name="waking"),
    path(f"{ONE}task/", task.taking, name="taking"),
    path(f"{ONE}task/done/", task.finishing, name="finishing"),
    path(f"{ONE}task/dropping/", task.dropping, name="dropping"),
]
