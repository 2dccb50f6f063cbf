"""Opening the demo office: its papers go through the real importers, so that each of them can be taken back."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction
from django.utils import timezone, translation

from demo import arrangements, cast, negotiation, plans
from demo.briefs import write_brief
from demo.conversations import CONVERSATIONS
from demo.correspondence import PARTS
from demo.correspondence.scene import Scene
from demo.dossiers import MATTERS, NOTES
from demo.event import festival
from demo.files import write_files
from demo.partners import PARTNERS, Partner, partner
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role, User
from jembatan.correspondence.actions.following import lines_follow
from jembatan.correspondence.models import Message, Thread
from jembatan.directory.actions.derived import derive
from jembatan.directory.models import Counterpart, Organisation
from jembatan.dossiers.models import Dossier, DossierMember, DossierParty
from jembatan.journal.actions.record import Line, record
from jembatan.platform.imports.actions.plan import plan
from jembatan.platform.imports.actions.run import run
from jembatan.platform.imports.models import Batch
from jembatan.radar.actions.watch import watch


@transaction.atomic
def load(*, today: date) -> Desk:
    """The office as it stands on that day: its desk, members, papers, counterparts and matters."""
    desk = cast.open_office()
    head = Actor(desk=desk, role=Role.HEAD, user=User.objects.get(email=cast.HEAD.email))
    with TemporaryDirectory(prefix="jembatan-demo-") as folder:
        address_book, mailbox, calendar, log, register = write_files(Path(folder), today=today)
        batch = _import(head, address_book)
        _describe_partners(desk)
        for paper in (log, calendar, mailbox, register):
            _import(head, paper)
    _open_matters(desk)
    _write_notes(head, batch)
    with translation.override(desk.language):
        for part in PARTS:
            part.write(Scene(desk, today, batch.pk))
        arrangements.write(Scene(desk, today, batch.pk))
        negotiation.write(Scene(desk, today, batch.pk))
        festival.write(Scene(desk, today, batch.pk))
    plans.write(Scene(desk, today, batch.pk))
    writer = Actor(desk=desk, role=Role.OFFICER, user=User.objects.get(email=cast.SECOND_OFFICER.email))
    write_brief(writer, head)
    watch(desk)
    return desk


def _import(head: Actor, paper: Path) -> Batch:
    batch = plan(head, [paper], label=paper.name)
    Batch.objects.filter(pk=batch.pk).update(is_demo=True)
    return run(head, batch).batch


def _describe_partners(desk: Desk) -> None:
    """What an address book does not say. Written as if the import had, so that taking it back removes it."""
    organisations = {each.name: each for each in Organisation.objects.filter(desk=desk)}
    users = {user.email: user for user in User.objects.all()}
    for each in PARTNERS:
        organisation = organisations[each.name]
        _describe(organisation, each)
        if each.part_of:
            organisation.parent = organisations[partner(each.part_of).name]
        derive(organisation)
        organisation.save()
        Counterpart.objects.create(
            desk=desk,
            organisation=organisation,
            lead=users[f"{each.lead}@{cast.DOMAIN}"],
            deputy=users[f"{each.deputy}@{cast.DOMAIN}"],
        )


def _describe(organisation: Organisation, each: Partner) -> None:
    organisation.short_name = each.short_name
    organisation.kind = each.kind
    organisation.country = each.country
    organisation.time_zone = each.zone
    organisation.domains = [each.domain]


def _open_matters(desk: Desk) -> None:
    for matter in MATTERS:
        dossier = Dossier.objects.create(
            desk=desk, title=matter.title, objective=matter.objective, restricted=matter.restricted
        )
        for key in matter.parties:
            organisation = Organisation.objects.get(desk=desk, name=partner(key).name)
            DossierParty.objects.create(desk=desk, dossier=dossier, organisation=organisation)
        for key in matter.members:
            user = User.objects.get(email=f"{key}@{cast.DOMAIN}")
            DossierMember.objects.create(desk=desk, dossier=dossier, user=user)
        subjects = [each.subject for each in CONVERSATIONS if each.key in matter.threads]
        threads = Message.objects.filter(desk=desk, subject__in=subjects).values("thread")
        Thread.objects.filter(pk__in=threads).update(dossier=dossier)
        lines_follow(desk, Thread.objects.filter(dossier=dossier).values_list("pk", flat=True))


def _write_notes(head: Actor, batch: Batch) -> None:
    """Notes bear the number of the batch, so that they go with it."""
    for days_ago, key, text in NOTES:
        organisation = Organisation.objects.get(desk=head.desk, name=partner(key).name)
        moment = timezone.now() - timedelta(days=days_ago)
        line = Line(
            kind="note", summary=text, occurred_at=moment, parties=(organisation,), import_batch=batch.pk
        )
        record(head, line)
