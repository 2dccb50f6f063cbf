"""What accounts offers to other rooms."""


def connect() -> None:
    """Register it."""
    from django.utils.translation import gettext_lazy as _

    from jembatan.accounts.dav import open_door
    from jembatan.accounts.queries.seats import seats_of
    from jembatan.accounts.web.panels import language_switch, user_menu
    from jembatan.platform.dav.feeds import register_seats
    from jembatan.platform.dav.visiting import register_door
    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill

    register_place(
        Place("settings", _("Settings"), "accounts:preferences", "settings", "g s", 30, section="foot")
    )
    register_command(Command("desk", _("Settings of the desk"), "accounts:desk", "landmark"))
    register_command(Command("members", _("Members of this desk"), "accounts:members", "users"))
    register_command(
        Command("invite", _("Invite someone to this desk"), "accounts:members", "user-plus", rights="clear")
    )
    register_command(Command("devices", _("Phones and programs"), "accounts:devices", "smartphone"))
    register_command(Command("password", _("Change the password"), "account_change_password", "key-round"))
    register_command(Command("sign-out", _("Sign out"), "account_logout", "log-out"))
    register_door(open_door)
    register_seats(seats_of)
    register_settings_page(SettingsPage("you", _("Your settings"), "accounts:preferences", 10))
    register_settings_page(SettingsPage("desk", _("Desk"), "accounts:desk", 10))
    register_settings_page(SettingsPage("desk", _("Members"), "accounts:members", 20))
    register_settings_page(SettingsPage("you", _("Phones and programs"), "accounts:devices", 30))
    fill("shell.user", user_menu)
    fill("door.foot", language_switch)
