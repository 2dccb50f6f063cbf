import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import jembatan.platform.markings


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("correspondence", "0001_initial"),
        ("dossiers", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ThreadEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("subject", models.TextField(blank=True)),
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
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="state")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="thread",
            options={"verbose_name": "conversation"},
        ),
        migrations.AddField(
            model_name="message",
            name="settles",
            field=models.BooleanField(
                db_default=False, default=False, help_text="a short answer that leaves nothing open"
            ),
        ),
        migrations.AlterField(
            model_name="thread",
            name="done_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="state"),
        ),
        migrations.AlterField(
            model_name="thread",
            name="dossier",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="threads",
                to="dossiers.dossier",
                verbose_name="dossier",
            ),
        ),
        migrations.AlterField(
            model_name="thread",
            name="marking",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="thread",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="owner",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thread",
            trigger=pgtrigger.compiler.Trigger(
                name="before_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."done_at" IS DISTINCT FROM (NEW."done_at") OR OLD."dossier_id" IS DISTINCT FROM (NEW."dossier_id") OR OLD."marking" IS DISTINCT FROM (NEW."marking") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id"))',
                    func='INSERT INTO "correspondence_threadevent" ("desk_id", "done_at", "dossier_id", "id", "marking", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject") VALUES (OLD."desk_id", OLD."done_at", OLD."dossier_id", OLD."id", OLD."marking", OLD."owner_id", _pgh_attach_context(), NOW(), \'before\', OLD."id", OLD."subject"); RETURN NULL;',
                    hash="028151c0c211eaa8b92e39b2be991595ff823412",
                    operation="UPDATE",
                    pgid="pgtrigger_before_update_f2807",
                    table="correspondence_thread",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thread",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."done_at" IS DISTINCT FROM (NEW."done_at") OR OLD."dossier_id" IS DISTINCT FROM (NEW."dossier_id") OR OLD."marking" IS DISTINCT FROM (NEW."marking") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id"))',
                    func='INSERT INTO "correspondence_threadevent" ("desk_id", "done_at", "dossier_id", "id", "marking", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject") VALUES (NEW."desk_id", NEW."done_at", NEW."dossier_id", NEW."id", NEW."marking", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."subject"); RETURN NULL;',
                    hash="a45dc07f8af7035a2dd94620d4e33a1e9881fbde",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_afd26",
                    table="correspondence_thread",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="threadevent",
            name="desk",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.desk",
            ),
        ),
        migrations.AddField(
            model_name="threadevent",
            name="dossier",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="threadevent",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="owner",
            ),
        ),
        migrations.AddField(
            model_name="threadevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="threadevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="correspondence.thread",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="threadevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bf0b810c573581e1ca6fda395a77d5193da2aba6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f3ddd",
                    table="correspondence_threadevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
