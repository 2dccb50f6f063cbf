"""The house's tags and filters, known to every template without `load`."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template.context import Context, RequestContext
from django.template.loader import render_to_string
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from jembatan.platform.ui import moments, settings_pages
from jembatan.platform.ui.saved_views import lasting_query, views_of
from jembatan.platform.ui.settings_pages import SettingsGroup
from jembatan.platform.ui.slots import render_slot
from jembatan.platform.ui.toasts import take_toasts

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=2048)
def icon(name: str, label: str = "") -> SafeString:
    """A Lucide icon of the sprite; decoration unless `label` says what it means. A page has hundreds, of a few kinds."""
    address = f"{static('built/icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', label, address
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>', address)


@register.simple_tag
def key(keys: str) -> SafeString:
    """Keycaps of a shortcut: `{% key "g i" %}`. What a reader of the screen hears comes from the button itself."""
    caps = format_html_join(
        "", "<kbd>{}</kbd>", ((cap.upper() if len(cap) == 1 else cap,) for cap in keys.split())
    )
    return format_html('<span class="key" aria-hidden="true">{}</span>', caps)


@register.simple_tag
@lru_cache(maxsize=2048)
def avatar(name: str, kind: str = "person") -> SafeString:
    """The initials of the first and last word of a name; `kind` is "person" or "organisation". Decoration beside the name."""
    words = [word for word in name.split() if word[0].isalnum()]
    letters = "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
    return format_html('<span class="avatar {}" aria-hidden="true">{}</span>', kind, letters)


@register.simple_tag
@lru_cache(maxsize=2048)
def marking(value: str) -> SafeString:
    """The TLP label in its official colours; nothing for an unmarked thing."""
    return (
        format_html('<span class="marking" data-marking="{0}">{0}</span>', value) if value else SafeString()
    )


@register.simple_tag(takes_context=True)
def slot(context: RequestContext, name: str, subject: object = None) -> SafeString:
    """What other domains have to say here about the subject; nothing on a page without a request (500)."""
    request = context.get("request")
    return render_slot(name, request=request, subject=subject) if request else SafeString()


@register.simple_tag(takes_context=True)
def settings_groups(context: RequestContext) -> list[SettingsGroup]:
    """The pages of the settings that the actor may use, in groups; the one that is open is told by its address."""
    request = context["request"]
    return settings_pages.settings_groups(request.actor, path=request.path)


@register.simple_tag(takes_context=True)
def block_text(context: Context, name: str) -> SafeString:
    """What the page wrote into a block, to print it in a second place: a title is also a heading."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return SafeString(block.nodelist.render(context).strip() if block else "")


@register.simple_tag
def more(url: str, tag: str = "li") -> SafeString:
    """The row that fetches the next rows in its own place; nothing without an address."""
    return SafeString(render_to_string("ui/more.html", {"url": url, "tag": tag}) if url else "")


@register.inclusion_tag("ui/empty.html")
def empty(icon: str, text: str, action_url: str = "", action_text: str = "") -> dict[str, str]:
    """One sentence where a list has nothing yet, and one action."""
    return {"icon": icon, "text": text, "action_url": action_url, "action_text": action_text}


@register.inclusion_tag("ui/toasts.html", takes_context=True)
def toasts(context: RequestContext) -> dict[str, Any]:
    """The toasts that wait for this reader."""
    request = context.get("request")
    return {"toasts": take_toasts(request) if request else [], "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("ui/saved_views.html", takes_context=True)
def saved_views(context: RequestContext, page: str) -> dict[str, Any]:
    """Chips of the reader's own views of this page and of shared ones, and the form that saves the present one."""
    request = context["request"]
    views = list(views_of(request.actor, page))
    query = lasting_query(request.GET.urlencode())
    return {
        "views": views,
        "page": page,
        "query": query,
        "known": any(view.query == query for view in views),
        "user_id": request.user.pk,
        "path": request.path,
        "csrf_token": context.get("csrf_token"),
    }


@register.filter
def fields(form: BaseForm) -> SafeString:
    """The form's errors and fields in the house style."""
    return SafeString(render_to_string("ui/fields.html", {"form": form}))


@register.filter
def field(bound: BoundField) -> SafeString:
    """One field of a form in the house style, for forms that group theirs."""
    return SafeString(render_to_string("ui/field.html", {"field": bound}))


@register.filter
def moment(value: datetime | None) -> SafeString:
    """Day, time and zone."""
    return _time(value, moments.moment_text(value)) if value else SafeString()


@register.filter
def short_moment(value: datetime | None) -> SafeString:
    """As little as says when; the rest on hover."""
    if not value:
        return SafeString()
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        value.isoformat(),
        moments.moment_text(value),
        moments.short_moment_text(value),
    )


@register.filter
def day(value: date | datetime | None) -> SafeString:
    """The date alone."""
    return _time(value, moments.day_text(value)) if value else SafeString()


def _time(value: date | datetime, text: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), text)
