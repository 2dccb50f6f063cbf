"""The link by which somebody without an account reaches the one question that is theirs."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jembatan.correspondence.models import Consultation
from jembatan.platform.links import LinkTo, address

PURPOSE = "consultation"


class LinkOver(Exception):
    """It is expired, replaced by a newer one, withdrawn or closed."""

    def __init__(self, consultation: Consultation) -> None:
        super().__init__(consultation.pk)
        self.consultation = consultation

    def __str__(self) -> str:
        return _("%(name)s of %(desk)s has asked this question and can send you a new link.") % {
            "name": self.consultation.asked_by.full_name,
            "desk": self.consultation.desk.organisation_name or self.consultation.desk.name,
        }


def link_of(consultation: Consultation) -> str:
    """The whole address."""
    to = LinkTo(consultation.pk, consultation.issue, consultation.open_until)
    return address("correspondence:outside_answer", PURPOSE, to)


def behind(to: LinkTo, *, held: bool = False) -> Consultation:
    """What a link that is good leads to; `held` locks it. Raises `LinkOver`, `DoesNotExist`."""
    found = consultation_of(to, held=held).get(pk=to.number)
    withdrawn = found.state in {Consultation.State.WITHDRAWN, Consultation.State.EXPIRED}
    if to.is_over or to.issue != found.issue or withdrawn or found.closed_at is not None:
        raise LinkOver(found)
    return found


def consultation_of(to: LinkTo, *, held: bool = False) -> QuerySet[Consultation]:
    """Whatever has become of the link."""
    found = Consultation.objects.filter(pk=to.number).select_related(
        "desk", "asked_by", "person", "message__thread__dossier", "draft"
    )
    return found.select_for_update(of=("self",)) if held else found
