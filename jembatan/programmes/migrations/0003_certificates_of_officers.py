import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_app_passwords"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("programmes", "0002_what_is_done_with_them"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OfficerCertificate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="certificate")),
                ("expires", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked")),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
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
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="certificates",
                        to="programmes.officer",
                        verbose_name="officer",
                    ),
                ),
            ],
            options={
                "verbose_name": "certificate of an officer",
            },
        ),
        migrations.CreateModel(
            name="OfficerCertificateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="certificate")),
                ("expires", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked")),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
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
                    "officer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="programmes.officer",
                        verbose_name="officer",
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
                        to="programmes.officercertificate",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="officercertificate",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="officer_certificate_has_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="officercertificate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_by__isnull", True), ("checked_at__isnull", False), _connector="OR"
                ),
                name="officer_certificate_checked_some_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officercertificate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "programmes_officercertificateevent" ("checked_at", "checked_by_id", "desk_id", "expires", "id", "name", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."desk_id", NEW."expires", NEW."id", NEW."name", NEW."officer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="91e944d0670a1e899ec3ca13b9d26c3e82aeb85b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dde73",
                    table="programmes_officercertificate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officercertificate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "programmes_officercertificateevent" ("checked_at", "checked_by_id", "desk_id", "expires", "id", "name", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."desk_id", NEW."expires", NEW."id", NEW."name", NEW."officer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="d04adef92e742b9d968fe1c8c8e0bcece9e74ac9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca493",
                    table="programmes_officercertificate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officercertificate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "programmes_officercertificateevent" ("checked_at", "checked_by_id", "desk_id", "expires", "id", "name", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."checked_at", OLD."checked_by_id", OLD."desk_id", OLD."expires", OLD."id", OLD."name", OLD."officer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="5095c779131b2ad711458027b6bef924ab40200b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_45f58",
                    table="programmes_officercertificate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officercertificateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="73ac56904c9d0f59c361c42e418489d34da4fef3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ba33d",
                    table="programmes_officercertificateevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
