import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
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
        ("directory", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("objective", models.TextField(blank=True, verbose_name="objective")),
                ("restricted", models.BooleanField(default=False, verbose_name="restricted")),
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
                        default=jembatan.platform.markings.Marking["AMBER"],
                        max_length=16,
                        verbose_name="marking",
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DossierEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("objective", models.TextField(blank=True, verbose_name="objective")),
                ("restricted", models.BooleanField(default=False, verbose_name="restricted")),
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
                        default=jembatan.platform.markings.Marking["AMBER"],
                        max_length=16,
                        verbose_name="marking",
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                        to="dossiers.dossier",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DossierMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DossierMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="dossiers.dossier",
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
                        to="dossiers.dossiermember",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DossierParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossiers",
                        to="directory.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossiers",
                        to="directory.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DossierPartyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="dossiers.dossier",
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
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.person",
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
                        to="dossiers.dossierparty",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.SearchVector("title", "objective", config="jembatan_id"),
                    "||",
                    django.contrib.postgres.search.SearchVector("title", "objective", config="jembatan_en"),
                    django.contrib.postgres.search.SearchConfig("jembatan_id"),
                ),
                name="dossier_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="dossier_has_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.UniqueConstraint(fields=("desk", "title"), name="dossier_title_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossier",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "dossiers_dossierevent" ("closed_at", "created_at", "desk_id", "id", "marking", "objective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restricted", "title") VALUES (NEW."closed_at", NEW."created_at", NEW."desk_id", NEW."id", NEW."marking", NEW."objective", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."restricted", NEW."title"); RETURN NULL;',
                    hash="285a4aca56a7d5a194c149752cf6fcefa142ca01",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d9b06",
                    table="dossiers_dossier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossier",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."marking" IS DISTINCT FROM (NEW."marking") OR OLD."objective" IS DISTINCT FROM (NEW."objective") OR OLD."restricted" IS DISTINCT FROM (NEW."restricted") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "dossiers_dossierevent" ("closed_at", "created_at", "desk_id", "id", "marking", "objective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restricted", "title") VALUES (NEW."closed_at", NEW."created_at", NEW."desk_id", NEW."id", NEW."marking", NEW."objective", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."restricted", NEW."title"); RETURN NULL;',
                    hash="47e70d48eaf26c75b2a29a5f86c8c5cc2819bde3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9cdce",
                    table="dossiers_dossier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossier",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "dossiers_dossierevent" ("closed_at", "created_at", "desk_id", "id", "marking", "objective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restricted", "title") VALUES (OLD."closed_at", OLD."created_at", OLD."desk_id", OLD."id", OLD."marking", OLD."objective", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."restricted", OLD."title"); RETURN NULL;',
                    hash="bfae09e1d1f7de8f875992fa9f7380f2b094515b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_268c1",
                    table="dossiers_dossier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossierevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1d85eff7b4b785eb9ec592f4886b987c1f3c9741",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e395c",
                    table="dossiers_dossierevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="dossiermember",
            constraint=models.UniqueConstraint(fields=("dossier", "user"), name="dossier_member_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossiermember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "dossiers_dossiermemberevent" ("desk_id", "dossier_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."desk_id", NEW."dossier_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                    hash="8d8f245d8047bdb2d4512a5396db70711726376f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_22459",
                    table="dossiers_dossiermember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossiermember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "dossiers_dossiermemberevent" ("desk_id", "dossier_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."desk_id", NEW."dossier_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                    hash="21d6ce19669b4b1e607aa7392c4594bec866c402",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_10097",
                    table="dossiers_dossiermember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossiermember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "dossiers_dossiermemberevent" ("desk_id", "dossier_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."desk_id", OLD."dossier_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                    hash="f6fbbf3dc2954c1e65cc66d0f7ac18ec0f27c5cc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1aac1",
                    table="dossiers_dossiermember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossiermemberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="31c938d5495be244465a2814826f767c5f416c0c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_de844",
                    table="dossiers_dossiermemberevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="dossierparty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisation__isnull", False), ("person__isnull", True)),
                    models.Q(("organisation__isnull", True), ("person__isnull", False)),
                    _connector="OR",
                ),
                name="dossier_party_is_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossierparty",
            constraint=models.UniqueConstraint(
                fields=("dossier", "organisation", "person"), name="dossier_party_once", nulls_distinct=False
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossierparty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "dossiers_dossierpartyevent" ("desk_id", "dossier_id", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."desk_id", NEW."dossier_id", NEW."id", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="5d3a3f4b05d7f2436018d404bbdbd860bc5db437",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1deaf",
                    table="dossiers_dossierparty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossierparty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "dossiers_dossierpartyevent" ("desk_id", "dossier_id", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."desk_id", NEW."dossier_id", NEW."id", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="84371585420d2ff7e40c3942aae9de99c7bf7cbd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_554c5",
                    table="dossiers_dossierparty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossierparty",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "dossiers_dossierpartyevent" ("desk_id", "dossier_id", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."desk_id", OLD."dossier_id", OLD."id", OLD."organisation_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="10687c75d21005177e7c7ef2bc79c0afdbccfded",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7af2d",
                    table="dossiers_dossierparty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dossierpartyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ab3c53b068141ba5e99ad5da8c6d9e8d6d71f2db",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_620ee",
                    table="dossiers_dossierpartyevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
