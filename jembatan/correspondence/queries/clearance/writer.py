"""Who has written a draft, as far as clearing it goes: nobody clears the own words or files because a drafter has touched it since."""

from collections.abc import Iterable

from jembatan.accounts.models import Membership, Role
from jembatan.correspondence.models import Draft


def writer_of(draft: Draft) -> int | None:
    """Whoever saved it last. Where that is a drafter, the last one before who may clear and whose words the draft has had.

    It does not matter how much of these words is left: another officer clears it, or the head.
    """
    drafters = _drafters(draft)
    if draft.saved_by_id not in set(drafters):
        return draft.saved_by_id
    worded = draft.versions.filter(user__isnull=False, text__regex=r"\S")
    last = worded.exclude(user__in=drafters).order_by("-version").first()
    return last.user_id if last else draft.saved_by_id


def uploaders_of(draft: Draft) -> frozenset[int]:
    """Who else has to be another than the one who clears it: after a drafter's last touch, those whose files still go along.

    Where one who may clear has saved it last, that one has seen the files of the others.
    """
    drafters = set(_drafters(draft))
    if draft.saved_by_id not in drafters:
        return frozenset()
    chosen = draft.attachments.filter(uploaded_by__isnull=False).values_list("uploaded_by", flat=True)
    return frozenset(user for user in chosen if user and user not in drafters)


def _drafters(draft: Draft) -> Iterable[int]:
    members = Membership.objects.filter(desk=draft.desk, role=Role.DRAFTER)
    return members.values_list("user", flat=True)
