import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import jembatan.platform.markings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("search", "0001_text_search"),
        ("accounts", "0001_initial"),
        ("dossiers", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("occurred_at", models.DateTimeField()),
                (
                    "precision",
                    models.CharField(
                        choices=[("minute", "minute"), ("day", "day"), ("month", "month"), ("year", "year")],
                        default="minute",
                        max_length=6,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("actor_name", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=40)),
                (
                    "kind_group",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("kind"), models.Value("."), models.Value(1), function="split_part"
                        ),
                        output_field=models.CharField(max_length=40),
                    ),
                ),
                ("summary", models.CharField(max_length=500)),
                ("detail", models.TextField(blank=True)),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("TLP:CLEAR", "TLP:CLEAR"),
                            ("TLP:GREEN", "TLP:GREEN"),
                            ("TLP:AMBER", "TLP:AMBER"),
                            ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                            ("TLP:RED", "TLP:RED"),
                        ],
                        default=jembatan.platform.markings.Marking["GREEN"],
                        max_length=16,
                    ),
                ),
                ("source_kind", models.CharField(blank=True, max_length=40)),
                ("source_id", models.BigIntegerField(blank=True, null=True)),
                ("import_batch", models.BigIntegerField(blank=True, null=True)),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="journal.entry",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.desk",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "entries",
            },
        ),
        migrations.CreateModel(
            name="EntryParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("desk_id", models.BigIntegerField()),
                ("organisation_id", models.BigIntegerField(blank=True, null=True)),
                ("person_id", models.BigIntegerField(blank=True, null=True)),
                ("name", models.CharField(max_length=300)),
                ("occurred_at", models.DateTimeField()),
                ("kind", models.CharField(max_length=40)),
                (
                    "entry",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="journal.entry",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Retraction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("import_batch", models.BigIntegerField(unique=True)),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="retraction",
                        to="journal.entry",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["desk", "occurred_at", "id"], name="entry_timeline"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["desk", "kind_group", "occurred_at", "id"], name="entry_by_group"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("user__isnull", False)),
                fields=["user", "occurred_at", "id"],
                name="entry_by_user",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("dossier__isnull", False)),
                fields=["dossier", "occurred_at", "id"],
                name="entry_by_dossier",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("source_id__isnull", False)),
                fields=["source_kind", "source_id"],
                name="entry_by_source",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("corrects__isnull", False)), fields=["corrects"], name="entry_corrections"
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.SearchVector("summary", "detail", config="jembatan_id"),
                    "||",
                    django.contrib.postgres.search.SearchVector("summary", "detail", config="jembatan_en"),
                    django.contrib.postgres.search.SearchConfig("jembatan_id"),
                ),
                condition=models.Q(("kind__in", ("note", "note.correction"))),
                name="entry_notes",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("summary", ""), _negated=True), name="entry_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("corrects__isnull", True),
                    models.Q(("corrects", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="entry_corrects_another",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entry",
            trigger=pgtrigger.compiler.Trigger(
                name="entry_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="72b8dacbac1dbeb4dae00086f7dd3ddb95b51270",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_entry_append_only_04705",
                    table="journal_entry",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="entryparty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("organisation_id__isnull", False), ("person_id__isnull", False), _connector="XOR"
                ),
                name="entry_party_is_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryparty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("organisation_id__isnull", False)),
                fields=("organisation_id", "occurred_at", "entry"),
                include=("kind",),
                name="entry_once_an_organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryparty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person_id__isnull", False)),
                fields=("person_id", "occurred_at", "entry"),
                include=("kind",),
                name="entry_once_a_person",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entryparty",
            trigger=pgtrigger.compiler.Trigger(
                name="entry_party_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b99174411d91c0f8ce03df87c94a3981c129fcd4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_entry_party_append_only_02cdc",
                    table="journal_entryparty",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="retraction",
            trigger=pgtrigger.compiler.Trigger(
                name="retraction_append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ab072790af578b54edad1979fa658d43883f5297",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_retraction_append_only_01328",
                    table="journal_retraction",
                    when="BEFORE",
                ),
            ),
        ),
    ]
