"""The posts of a programme, and how many have each."""

from django import forms
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.posts import keep_post, remove_post
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Officer, Post
from jembatan.programmes.models.levels import Experience
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.programmes.web.pages.found import form_page, found, shown


class PostForm(forms.Form):
    """The fields are named as those of a post."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=Post.Kind.choices, initial=Post.Kind.DELEGATION
    )
    description = forms.CharField(
        label=gettext_lazy("What they do"),
        widget=forms.Textarea({"rows": 3}),
        max_length=5000,
        required=False,
        help_text=gettext_lazy("The public call shows it."),
    )
    wanted = forms.IntegerField(
        label=gettext_lazy("How many are wanted"), min_value=0, max_value=100_000, initial=1
    )
    least_level = forms.TypedChoiceField(
        label=gettext_lazy("Experience at least"), choices=Experience.choices, coerce=int
    )
    least_age = forms.IntegerField(label=gettext_lazy("Age at least"), min_value=0, max_value=99, initial=18)


@desk_page
def posts(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """GET: the list. POST adds one."""
    programme = found(actor, programme_id)
    form = PostForm(request.POST or None)
    if request.method == "POST":
        require_officer(actor)
        if form.is_valid():
            try:
                kept = keep_post(actor, programme, **form.cleaned_data)
            except Refused as refusal:
                form.add_error("name", str(refusal))
            else:
                undo = reverse("programmes:post_removal", args=[kept.pk])
                toast(request, _("%(name)s added.") % {"name": kept}, undo=undo)
                return redirect("programmes:posts", programme.pk)
    taken = Count("officers", filter=~Q(officers__status=Officer.Status.ENDED))
    rows = [
        (each, max(each.wanted - each.taken, 0))
        for each in programme.posts.annotate(taken=taken).order_by("name")
    ]
    context = {"posts": rows, "form": form}
    return shown(request, programme, "programmes/posts.html", context, status=422 if form.errors else 200)


@desk_page
def post(request: HttpRequest, actor: Actor, post_id: int) -> HttpResponse:
    """Other values."""
    require_officer(actor)
    one = _post(actor, post_id)
    before = {name: getattr(one, name) for name in PostForm.base_fields}
    form = PostForm(request.POST or None, initial=before)
    back = reverse("programmes:posts", args=[one.programme_id])
    if request.method == "POST" and form.is_valid():
        try:
            keep_post(actor, one.programme, post=one, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            undo = reverse("programmes:post", args=[one.pk])
            fields = {name: str(value) for name, value in before.items()}
            toast(request, _("%(name)s saved.") % {"name": one}, undo=undo, undo_fields=fields)
            return redirect(back)
    return form_page(request, one.programme, form, title=str(before["name"]), back=back)


@require_POST
@desk_page
def post_removal(request: HttpRequest, actor: Actor, post_id: int) -> HttpResponse:
    """Nobody is wanted for it."""
    require_officer(actor)
    one = _post(actor, post_id)
    fields = {name: str(getattr(one, name)) for name in PostForm.base_fields}
    try:
        remove_post(actor, one)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("programmes:posts", args=[one.programme_id])
        toast(request, _("%(name)s removed.") % {"name": one}, undo=undo, undo_fields=fields)
    return redirect("programmes:posts", one.programme_id)


def _post(actor: Actor, post_id: int) -> Post:
    seen = Post.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return get_object_or_404(seen.select_related("programme__dossier"), pk=post_id)
