import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import jembatan.platform.markings


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("dossiers", "0001_initial"),
        ("meetings", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="MeetingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.TextField(blank=True, verbose_name="title")),
                ("location", models.TextField(blank=True, verbose_name="place")),
                (
                    "clock",
                    models.CharField(
                        choices=[("zoned", "in its zone"), ("floating", "wall clock"), ("date", "all day")],
                        default="zoned",
                        max_length=8,
                        verbose_name="clock",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("zone", models.CharField(blank=True, max_length=64, verbose_name="time zone")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("confirmed", "confirmed"),
                            ("tentative", "tentative"),
                            ("cancelled", "cancelled"),
                        ],
                        default="confirmed",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="meeting",
            options={"verbose_name": "meeting"},
        ),
        migrations.AlterField(
            model_name="meeting",
            name="clock",
            field=models.CharField(
                choices=[("zoned", "in its zone"), ("floating", "wall clock"), ("date", "all day")],
                default="zoned",
                max_length=8,
                verbose_name="clock",
            ),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="dossier",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="meetings",
                to="dossiers.dossier",
                verbose_name="dossier",
            ),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="ends_at",
            field=models.DateTimeField(verbose_name="ends"),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="location",
            field=models.TextField(blank=True, verbose_name="place"),
        ),
        migrations.AlterField(
            model_name="meeting",
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
            model_name="meeting",
            name="starts_at",
            field=models.DateTimeField(verbose_name="begins"),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="status",
            field=models.CharField(
                choices=[("confirmed", "confirmed"), ("tentative", "tentative"), ("cancelled", "cancelled")],
                default="confirmed",
                max_length=9,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="title",
            field=models.TextField(blank=True, verbose_name="title"),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="zone",
            field=models.CharField(blank=True, max_length=64, verbose_name="time zone"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."import_batch" IS NULL)',
                    func='INSERT INTO "meetings_meetingevent" ("clock", "desk_id", "dossier_id", "ends_at", "id", "location", "marking", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "status", "title", "zone") VALUES (NEW."clock", NEW."desk_id", NEW."dossier_id", NEW."ends_at", NEW."id", NEW."location", NEW."marking", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_at", NEW."status", NEW."title", NEW."zone"); RETURN NULL;',
                    hash="74d5fe555d1941503ad022f70df1bc0b49030d04",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61d9e",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="before_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."clock" IS DISTINCT FROM (NEW."clock") OR OLD."dossier_id" IS DISTINCT FROM (NEW."dossier_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."location" IS DISTINCT FROM (NEW."location") OR OLD."marking" IS DISTINCT FROM (NEW."marking") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."zone" IS DISTINCT FROM (NEW."zone"))',
                    func='INSERT INTO "meetings_meetingevent" ("clock", "desk_id", "dossier_id", "ends_at", "id", "location", "marking", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "status", "title", "zone") VALUES (OLD."clock", OLD."desk_id", OLD."dossier_id", OLD."ends_at", OLD."id", OLD."location", OLD."marking", _pgh_attach_context(), NOW(), \'before\', OLD."id", OLD."starts_at", OLD."status", OLD."title", OLD."zone"); RETURN NULL;',
                    hash="e7de57fde76f804309779045d7f5f2da7cda82c7",
                    operation="UPDATE",
                    pgid="pgtrigger_before_update_83f20",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."clock" IS DISTINCT FROM (NEW."clock") OR OLD."dossier_id" IS DISTINCT FROM (NEW."dossier_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."location" IS DISTINCT FROM (NEW."location") OR OLD."marking" IS DISTINCT FROM (NEW."marking") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."zone" IS DISTINCT FROM (NEW."zone"))',
                    func='INSERT INTO "meetings_meetingevent" ("clock", "desk_id", "dossier_id", "ends_at", "id", "location", "marking", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "status", "title", "zone") VALUES (NEW."clock", NEW."desk_id", NEW."dossier_id", NEW."ends_at", NEW."id", NEW."location", NEW."marking", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_at", NEW."status", NEW."title", NEW."zone"); RETURN NULL;',
                    hash="d9ae72e9e75805c0943d2f36add05dd9ad13ba1e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_495b8",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="meetingevent",
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
            model_name="meetingevent",
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
            model_name="meetingevent",
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
            model_name="meetingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="meetings.meeting",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="161adc4dee7601797a02097cded16f6fce0bad5d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2b4ce",
                    table="meetings_meetingevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
