"""The importer of applications. They go to the call that the plan names, else to the newest one that the actor sees; an item is a row."""

from pathlib import PurePath

from django.utils.translation import gettext_lazy, pgettext_lazy
from django.utils.translation import gettext_noop as _

from jembatan.platform.imports.copy_rows import copy_rows
from jembatan.platform.imports.importer import ImportJob, TakenBack
from jembatan.platform.imports.models import Batch, Outcome
from jembatan.platform.imports.reasons import because
from jembatan.programmes.importer.cells import levels_in, note
from jembatan.programmes.importer.labels import WORKER_LABELS
from jembatan.programmes.importer.tables import Filing, NotFiled, RowOfSheet, TableImporter
from jembatan.programmes.importer.workers import WorkerReader
from jembatan.recruitment.actions.apply import age_at, next_number
from jembatan.recruitment.actions.forget import forget
from jembatan.recruitment.actions.scoring import rescore_all
from jembatan.recruitment.formats.headings import APPLICATIONS, education_of, years_of
from jembatan.recruitment.models import Application, Call, SpokenLanguage
from jembatan.recruitment.queries.visible import visible_calls

APPLIED = _(
    "Application %(where)s has the telephone number %(phone)s, too. Correct the number, or leave one of them out."
)
SAME_TABLE = _(
    "The row %(where)s has the telephone number %(phone)s, too. Correct the number, or leave one of them out."
)


class ApplicationFiling(Filing):
    """One run: who is known already by address and number, from the call or the same table, and the next number."""

    at_once = False

    def __init__(self, job: ImportJob, call: Call) -> None:
        self.job, self.call = job, call
        self.posts = {post.pk: post for post in call.posts.all()}
        more = {"education": education_of, "experience": years_of}
        self.reader = WorkerReader(job, call.programme, posts=self.posts.values(), more=more)
        self.addresses: set[str] = set()
        self.phones: dict[str, tuple[str, str]] = {}
        for email, phone, number in Application.objects.filter(call=call).values_list(
            "email", "phone", "number"
        ):
            self._know(email, phone, APPLIED, str(number))
        self.number = next_number(call)
        self.made: list[Application] = []
        self.spoken: list[dict[str, str]] = []

    def take(self, row: RowOfSheet) -> Outcome:
        """An address that has applied already is not added again."""
        values = self.reader.values(row)
        languages = self.reader.languages(row)
        email, phone = values.get("email", ""), values.get("phone", "")
        if email and email.lower() in self.addresses:
            return Outcome.DUPLICATE
        if phone in self.phones:
            sentence, where = self.phones[phone]
            raise NotFiled(because(sentence, phone=phone, where=where))
        self.made.append(
            Application(
                desk=self.call.desk,
                call=self.call,
                number=self.number,
                language=self.job.actor.desk.language,
                import_batch=self.job.batch.pk,
                **values,
            )
        )
        self.spoken.append(levels_in(self.job, row, languages))
        self._know(email, phone, SAME_TABLE, f"{PurePath(row.place).name}:{row.line}")
        self._look_at_age(row, self.made[-1])
        self.number += 1
        return Outcome.FILED

    def finish(self) -> None:
        """All of them in a few statements, and what they score."""
        copy_rows(self.made)
        copy_rows(
            [
                SpokenLanguage(application=application, language=code, declared=level)
                for application, spoken in zip(self.made, self.spoken, strict=True)
                for code, level in spoken.items()
            ]
        )
        if self.made:
            rescore_all(self.call, only=[application.pk for application in self.made])

    def _know(self, email: str, phone: str, sentence: str, where: str) -> None:
        if email:
            self.addresses.add(email.lower())
        if phone:
            self.phones[phone] = (sentence, where)

    def _look_at_age(self, row: RowOfSheet, application: Application) -> None:
        post = self.posts.get(application.post_id or 0)
        if post and application.born and age_at(self.call.programme, application.born) < post.least_age:
            sentence = _("Too young for %(post)s: %(least)s years are asked for when the programme begins.")
            note(self.job, row, sentence, post=post.name, least=post.least_age)


def _begin(job: ImportJob) -> Filing:
    options = job.plan.get("options", {})
    seen = visible_calls(job.actor).select_for_update(of=("self",), no_key=True)
    if "call" in options:
        seen = seen.filter(pk=options["call"])
    elif "programme" in options:
        seen = seen.filter(programme=options["programme"])
    call = seen.order_by("-opens", "-pk").first()
    if call is None:
        raise NotFiled(_("There is no call to which applications could go. Write one first."))
    return ApplicationFiling(job, call)


def _take_back(batch: Batch) -> TakenBack:
    """What nobody has decided, rated or booked since goes; the rest stays."""
    made = Application.objects.filter(import_batch=batch.pk)
    untouched = made.filter(status=Application.Status.NEW, ratings__isnull=True, slot__isnull=True)
    ids = list(untouched.values_list("pk", flat=True))
    kept = made.count() - len(ids)
    forget(ids)
    return TakenBack(len(ids), kept)


ApplicationsImporter = TableImporter(
    kind="applications",
    label=gettext_lazy("Applications"),
    known=APPLICATIONS,
    labels={
        **WORKER_LABELS,
        "education": gettext_lazy("Education"),
        "experience": pgettext_lazy("of an applicant", "Experience"),
    },
    begin=_begin,
    back=_take_back,
)
