"""The words of a training or a task, and taking one away. Who is ticked off for it is in `marking.py`."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.moments import day_text
from jembatan.recruitment.actions import training as actions
from jembatan.recruitment.queries.visible import visible_tasks, visible_trainings
from jembatan.recruitment.web.pages.training import TrainingForm
from jembatan.recruitment.web.pages.worded import gone, removed, worded


class TaskForm(forms.Form):
    """What it is called."""

    name = forms.CharField(label=gettext_lazy("Task"), max_length=200)


@desk_page
def training_words(request: HttpRequest, actor: Actor, training_id: int) -> HttpResponse:
    """Another title, day or place."""
    require_officer(actor)
    shown = get_object_or_404(visible_trainings(actor), pk=training_id)
    return worded(
        request,
        shown.programme,
        TrainingForm(
            request.POST or None, initial={"title": shown.title, "day": shown.day, "place": shown.place}
        ),
        lambda said: actions.word_training(actor, shown, **said),
        title=shown.title,
        back=reverse("recruitment:training", args=[shown.pk]),
    )


@desk_page
def task_words(request: HttpRequest, actor: Actor, task_id: int) -> HttpResponse:
    """Another name."""
    require_officer(actor)
    shown = get_object_or_404(visible_tasks(actor), pk=task_id)
    return worded(
        request,
        shown.programme,
        TaskForm(request.POST or None, initial={"name": shown.name}),
        lambda said: actions.rename_task(actor, shown, said["name"]),
        title=shown.name,
        back=reverse("recruitment:task", args=[shown.pk]),
    )


@require_POST
@desk_page
def training_removal(request: HttpRequest, actor: Actor, training_id: int) -> HttpResponse:
    """It does not take place."""
    require_officer(actor)
    shown = get_object_or_404(visible_trainings(actor), pk=training_id)
    trainings = reverse("recruitment:trainings", args=[shown.programme_id])
    return removed(
        request,
        lambda: actions.remove_training(actor, shown),
        told=gone(shown),
        undo=trainings,
        fields={"title": shown.title, "day": day_text(shown.day), "place": shown.place},
        there=reverse("recruitment:training", args=[training_id]),
        back=trainings,
    )


@require_POST
@desk_page
def task_removal(request: HttpRequest, actor: Actor, task_id: int) -> HttpResponse:
    """Nobody has to show it."""
    require_officer(actor)
    shown = get_object_or_404(visible_tasks(actor), pk=task_id)
    return removed(
        request,
        lambda: actions.remove_task(actor, shown),
        told=gone(shown),
        undo=reverse("recruitment:tasks", args=[shown.programme_id]),
        fields={"name": shown.name},
        there=reverse("recruitment:task", args=[task_id]),
        back=reverse("recruitment:trainings", args=[shown.programme_id]),
    )
