"""Who has written a draft, as far as clearing it goes: nobody clears the own words because a drafter has touched them since."""

from jembatan.accounts.models import Membership, Role
from jembatan.correspondence.models import Draft


def writer_of(draft: Draft) -> int | None:
    """Whoever saved it last. Where that is a drafter, the last one before who may clear and whose words the draft has had.

    It does not matter how much of these words is left: another officer clears it, or the head.
    """
    drafters = Membership.objects.filter(desk=draft.desk, role=Role.DRAFTER).values_list("user", flat=True)
    if draft.saved_by_id not in set(drafters):
        return draft.saved_by_id
    worded = draft.versions.filter(user__isnull=False, text__regex=r"\S")
    last = worded.exclude(user__in=drafters).order_by("-version").first()
    return last.user_id if last else draft.saved_by_id
