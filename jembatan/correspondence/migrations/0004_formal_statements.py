"""The register of formal statements."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import jembatan.platform.markings


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("correspondence", "0003_words_stored_uncompressed"),
        ("directory", "0001_initial"),
        ("dossiers", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("received", "received"), ("draft", "our draft"), ("sent", "sent")],
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("number", models.CharField(max_length=80, verbose_name="number")),
                ("their_number", models.CharField(blank=True, max_length=200, verbose_name="their number")),
                ("title", models.CharField(max_length=500, verbose_name="title")),
                ("body", models.CharField(blank=True, max_length=300, verbose_name="body")),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("action", "for action"),
                            ("response", "for response"),
                            ("comment", "for comment"),
                            ("information", "for information"),
                        ],
                        max_length=11,
                        verbose_name="purpose",
                    ),
                ),
                ("dated", models.DateField(blank=True, null=True, verbose_name="dated")),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="deadline")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("answered", "answered"),
                            ("acknowledged", "acknowledged"),
                            ("declined", "declined"),
                            ("redirected", "redirected"),
                            ("deferred", "deferred"),
                            ("no_answer", "no answer"),
                        ],
                        max_length=12,
                        verbose_name="outcome",
                    ),
                ),
                ("outcome_reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("deferred_until", models.DateField(blank=True, null=True, verbose_name="deferred until")),
                ("remark", models.TextField(blank=True, verbose_name="remark")),
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
                        verbose_name="marking",
                    ),
                ),
                ("details", models.JSONField(default=list)),
                ("version", models.PositiveIntegerField(default=1)),
                ("import_batch", models.BigIntegerField(blank=True, null=True, verbose_name="import")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="entered")),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="statements",
                        to="dossiers.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="statements",
                        to="directory.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "statement",
            },
        ),
        migrations.CreateModel(
            name="StatementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("received", "received"), ("draft", "our draft"), ("sent", "sent")],
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("number", models.CharField(max_length=80, verbose_name="number")),
                ("their_number", models.CharField(blank=True, max_length=200, verbose_name="their number")),
                ("title", models.CharField(max_length=500, verbose_name="title")),
                ("body", models.CharField(blank=True, max_length=300, verbose_name="body")),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("action", "for action"),
                            ("response", "for response"),
                            ("comment", "for comment"),
                            ("information", "for information"),
                        ],
                        max_length=11,
                        verbose_name="purpose",
                    ),
                ),
                ("dated", models.DateField(blank=True, null=True, verbose_name="dated")),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="deadline")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("answered", "answered"),
                            ("acknowledged", "acknowledged"),
                            ("declined", "declined"),
                            ("redirected", "redirected"),
                            ("deferred", "deferred"),
                            ("no_answer", "no answer"),
                        ],
                        max_length=12,
                        verbose_name="outcome",
                    ),
                ),
                ("outcome_reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("deferred_until", models.DateField(blank=True, null=True, verbose_name="deferred until")),
                ("remark", models.TextField(blank=True, verbose_name="remark")),
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
                        verbose_name="marking",
                    ),
                ),
                ("import_batch", models.BigIntegerField(blank=True, null=True, verbose_name="import")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="entered")),
                (
                    "desk",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.desk",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="dossiers.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="correspondence.statement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StatementReference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("responds_to", "responds to"),
                            ("answered_in", "answered in"),
                            ("revises", "revises"),
                        ],
                        max_length=11,
                    ),
                ),
                ("number", models.CharField(max_length=80)),
                (
                    "desk",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.desk",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="references",
                        to="correspondence.statement",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="named_by",
                        to="correspondence.statement",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                models.F("desk"),
                models.OrderBy(models.F("number"), descending=True),
                name="statement_by_number",
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                condition=models.Q(("dossier__isnull", False)), fields=["dossier"], name="statement_dossier"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(fields=("desk", "number"), name="statement_number_once"),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number", ""), _negated=True), models.Q(("title", ""), _negated=True)
                ),
                name="statement_is_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "declined"), _negated=True),
                    models.Q(("outcome_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="statement_declined_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("deferred_until__isnull", False), ("outcome", "deferred")),
                    models.Q(
                        models.Q(("outcome", "deferred"), _negated=True), ("deferred_until__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="statement_deferred_to_a_date",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "correspondence_statementevent" ("body", "created_at", "dated", "deadline", "deferred_until", "desk_id", "dossier_id", "id", "import_batch", "marking", "number", "organisation_id", "outcome", "outcome_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "remark", "state", "their_number", "title") VALUES (NEW."body", NEW."created_at", NEW."dated", NEW."deadline", NEW."deferred_until", NEW."desk_id", NEW."dossier_id", NEW."id", NEW."import_batch", NEW."marking", NEW."number", NEW."organisation_id", NEW."outcome", NEW."outcome_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."remark", NEW."state", NEW."their_number", NEW."title"); RETURN NULL;',
                    hash="ca3e46b16d64dcab173c7f3f27f29733eaf2a945",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e5929",
                    table="correspondence_statement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."dated" IS DISTINCT FROM (NEW."dated") OR OLD."deadline" IS DISTINCT FROM (NEW."deadline") OR OLD."deferred_until" IS DISTINCT FROM (NEW."deferred_until") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."dossier_id" IS DISTINCT FROM (NEW."dossier_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_batch" IS DISTINCT FROM (NEW."import_batch") OR OLD."marking" IS DISTINCT FROM (NEW."marking") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."outcome_reason" IS DISTINCT FROM (NEW."outcome_reason") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."remark" IS DISTINCT FROM (NEW."remark") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."their_number" IS DISTINCT FROM (NEW."their_number") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "correspondence_statementevent" ("body", "created_at", "dated", "deadline", "deferred_until", "desk_id", "dossier_id", "id", "import_batch", "marking", "number", "organisation_id", "outcome", "outcome_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "remark", "state", "their_number", "title") VALUES (NEW."body", NEW."created_at", NEW."dated", NEW."deadline", NEW."deferred_until", NEW."desk_id", NEW."dossier_id", NEW."id", NEW."import_batch", NEW."marking", NEW."number", NEW."organisation_id", NEW."outcome", NEW."outcome_reason", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."remark", NEW."state", NEW."their_number", NEW."title"); RETURN NULL;',
                    hash="3d9e5a829f28639b977c90c5d24e1a313e8ae3f4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_30f65",
                    table="correspondence_statement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "correspondence_statementevent" ("body", "created_at", "dated", "deadline", "deferred_until", "desk_id", "dossier_id", "id", "import_batch", "marking", "number", "organisation_id", "outcome", "outcome_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "remark", "state", "their_number", "title") VALUES (OLD."body", OLD."created_at", OLD."dated", OLD."deadline", OLD."deferred_until", OLD."desk_id", OLD."dossier_id", OLD."id", OLD."import_batch", OLD."marking", OLD."number", OLD."organisation_id", OLD."outcome", OLD."outcome_reason", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."remark", OLD."state", OLD."their_number", OLD."title"); RETURN NULL;',
                    hash="1ace1e93d6a0ef3b3f21ee5df6b9ead37f3dc667",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_03596",
                    table="correspondence_statement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="44f562f30e985a2e044d0f4f5ac289828130f545",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9d59c",
                    table="correspondence_statementevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="statementreference",
            index=models.Index(
                condition=models.Q(("target__isnull", True)),
                fields=["desk", "number"],
                name="statement_reference_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="statementreference",
            constraint=models.UniqueConstraint(
                fields=("statement", "kind", "number"), name="statement_reference_once"
            ),
        ),
    ]
