import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import jembatan.platform.markings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("files", "0001_initial"),
        ("search", "0001_text_search"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Counterpart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_folded", models.CharField(editable=False, max_length=400)),
                ("search_text", models.TextField(editable=False)),
                (
                    "native_name",
                    models.CharField(blank=True, max_length=300, verbose_name="name in its own script"),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12),
                        blank=True,
                        default=list,
                        verbose_name="languages",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("time_zone", models.CharField(blank=True, max_length=64, verbose_name="time zone")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        verbose_name="tags",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
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
                ("extra", models.JSONField(blank=True, default=list, verbose_name="further fields")),
                ("external_uid", models.CharField(blank=True, editable=False, max_length=255)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("import_batch", models.BigIntegerField(blank=True, editable=False, null=True)),
                ("last_active_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "removed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="removed"),
                ),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("short_name", models.CharField(blank=True, max_length=80, verbose_name="short name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("government", "Government"),
                            ("company", "Company"),
                            ("mission", "Embassy or mission"),
                            ("standards", "Standards body"),
                            ("civil", "Civil society"),
                            ("media", "Media"),
                            ("academic", "University or institute"),
                            ("event", "Event organiser"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "domains",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        blank=True,
                        default=list,
                        verbose_name="internet domains",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="units",
                        to="directory.organisation",
                        verbose_name="part of",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CounterpartEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "lead",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="directory.counterpart",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="counterpart",
            name="organisation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="counterpart",
                to="directory.organisation",
            ),
        ),
        migrations.CreateModel(
            name="ContactPoint",
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
                            ("email", "E-mail"),
                            ("phone", "Telephone"),
                            ("mobile", "Mobile"),
                            ("fax", "Fax"),
                            ("messaging", "Messaging"),
                            ("web", "Web"),
                            ("address", "Postal address"),
                        ],
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("value", models.TextField(verbose_name="value")),
                ("normal", models.CharField(editable=False, max_length=320)),
                (
                    "parts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(blank=True), blank=True, default=list
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=80, verbose_name="label")),
                ("preferred", models.BooleanField(default=False, verbose_name="preferred")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("import_batch", models.BigIntegerField(blank=True, editable=False, null=True)),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_points",
                        to="directory.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OrganisationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "native_name",
                    models.CharField(blank=True, max_length=300, verbose_name="name in its own script"),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12),
                        blank=True,
                        default=list,
                        verbose_name="languages",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("time_zone", models.CharField(blank=True, max_length=64, verbose_name="time zone")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        verbose_name="tags",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
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
                ("extra", models.JSONField(blank=True, default=list, verbose_name="further fields")),
                ("external_uid", models.CharField(blank=True, editable=False, max_length=255)),
                ("import_batch", models.BigIntegerField(blank=True, editable=False, null=True)),
                (
                    "removed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="removed"),
                ),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("short_name", models.CharField(blank=True, max_length=80, verbose_name="short name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("government", "Government"),
                            ("company", "Company"),
                            ("mission", "Embassy or mission"),
                            ("standards", "Standards body"),
                            ("civil", "Civil society"),
                            ("media", "Media"),
                            ("academic", "University or institute"),
                            ("event", "Event organiser"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "domains",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        blank=True,
                        default=list,
                        verbose_name="internet domains",
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.organisation",
                        verbose_name="part of",
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
                        to="directory.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_folded", models.CharField(editable=False, max_length=400)),
                ("search_text", models.TextField(editable=False)),
                (
                    "native_name",
                    models.CharField(blank=True, max_length=300, verbose_name="name in its own script"),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12),
                        blank=True,
                        default=list,
                        verbose_name="languages",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("time_zone", models.CharField(blank=True, max_length=64, verbose_name="time zone")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        verbose_name="tags",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
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
                ("extra", models.JSONField(blank=True, default=list, verbose_name="further fields")),
                ("external_uid", models.CharField(blank=True, editable=False, max_length=255)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("import_batch", models.BigIntegerField(blank=True, editable=False, null=True)),
                ("last_active_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "removed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="removed"),
                ),
                ("full_name", models.CharField(max_length=300, verbose_name="full name")),
                (
                    "titles_before",
                    models.CharField(blank=True, max_length=120, verbose_name="titles before the name"),
                ),
                (
                    "degrees_after",
                    models.CharField(blank=True, max_length=120, verbose_name="degrees after the name"),
                ),
                (
                    "form_of_address",
                    models.CharField(blank=True, max_length=80, verbose_name="form of address"),
                ),
                ("call_name", models.CharField(blank=True, max_length=120, verbose_name="call name")),
                (
                    "romanised_name",
                    models.CharField(blank=True, max_length=300, verbose_name="romanised name"),
                ),
                (
                    "name_order",
                    models.CharField(
                        choices=[
                            ("as_written", "As written"),
                            ("family_first", "Family name first"),
                            ("family_last", "Family name last"),
                            ("given_only", "No family name"),
                        ],
                        default="as_written",
                        max_length=12,
                        verbose_name="name order",
                    ),
                ),
                ("sort_as", models.CharField(blank=True, max_length=300, verbose_name="sorted as")),
                ("sort_key", models.CharField(editable=False, max_length=300)),
                ("birthday", models.CharField(blank=True, max_length=40, verbose_name="birthday")),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
            },
        ),
        migrations.CreateModel(
            name="ContactPointEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("email", "E-mail"),
                            ("phone", "Telephone"),
                            ("mobile", "Mobile"),
                            ("fax", "Fax"),
                            ("messaging", "Messaging"),
                            ("web", "Web"),
                            ("address", "Postal address"),
                        ],
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("value", models.TextField(verbose_name="value")),
                ("normal", models.CharField(editable=False, max_length=320)),
                (
                    "parts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(blank=True), blank=True, default=list
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=80, verbose_name="label")),
                ("preferred", models.BooleanField(default=False, verbose_name="preferred")),
                ("import_batch", models.BigIntegerField(blank=True, editable=False, null=True)),
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
                        to="directory.contactpoint",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="contactpoint",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contact_points",
                to="directory.person",
            ),
        ),
        migrations.CreateModel(
            name="PersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "native_name",
                    models.CharField(blank=True, max_length=300, verbose_name="name in its own script"),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12),
                        blank=True,
                        default=list,
                        verbose_name="languages",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("time_zone", models.CharField(blank=True, max_length=64, verbose_name="time zone")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        verbose_name="tags",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
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
                ("extra", models.JSONField(blank=True, default=list, verbose_name="further fields")),
                ("external_uid", models.CharField(blank=True, editable=False, max_length=255)),
                ("import_batch", models.BigIntegerField(blank=True, editable=False, null=True)),
                (
                    "removed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="removed"),
                ),
                ("full_name", models.CharField(max_length=300, verbose_name="full name")),
                (
                    "titles_before",
                    models.CharField(blank=True, max_length=120, verbose_name="titles before the name"),
                ),
                (
                    "degrees_after",
                    models.CharField(blank=True, max_length=120, verbose_name="degrees after the name"),
                ),
                (
                    "form_of_address",
                    models.CharField(blank=True, max_length=80, verbose_name="form of address"),
                ),
                ("call_name", models.CharField(blank=True, max_length=120, verbose_name="call name")),
                (
                    "romanised_name",
                    models.CharField(blank=True, max_length=300, verbose_name="romanised name"),
                ),
                (
                    "name_order",
                    models.CharField(
                        choices=[
                            ("as_written", "As written"),
                            ("family_first", "Family name first"),
                            ("family_last", "Family name last"),
                            ("given_only", "No family name"),
                        ],
                        default="as_written",
                        max_length=12,
                        verbose_name="name order",
                    ),
                ),
                ("sort_as", models.CharField(blank=True, max_length=300, verbose_name="sorted as")),
                ("birthday", models.CharField(blank=True, max_length=40, verbose_name="birthday")),
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
                        to="directory.person",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="photo",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="position")),
                ("unit", models.CharField(blank=True, max_length=200, verbose_name="unit")),
                ("since", models.DateField(blank=True, null=True, verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("import_batch", models.BigIntegerField(blank=True, editable=False, null=True)),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="positions",
                        to="directory.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="positions",
                        to="directory.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PositionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="position")),
                ("unit", models.CharField(blank=True, max_length=200, verbose_name="unit")),
                ("since", models.DateField(blank=True, null=True, verbose_name="since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("import_batch", models.BigIntegerField(blank=True, editable=False, null=True)),
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
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="directory.position",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Relationship",
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
                            ("assistant", "assistant of"),
                            ("reports_to", "reports to"),
                            ("predecessor", "predecessor of"),
                            ("deputy", "deputy of"),
                            ("interpreter", "interpreter for"),
                            ("spouse", "spouse of"),
                            ("knows", "knows"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related_by",
                        to="directory.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relationships",
                        to="directory.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RelationshipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("assistant", "assistant of"),
                            ("reports_to", "reports to"),
                            ("predecessor", "predecessor of"),
                            ("deputy", "deputy of"),
                            ("interpreter", "interpreter for"),
                            ("spouse", "spouse of"),
                            ("knows", "knows"),
                        ],
                        max_length=11,
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
                    "other",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="directory.relationship",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(
                models.F("desk"),
                models.OrderBy(models.F("last_active_at"), descending=True, nulls_last=True),
                models.F("id"),
                name="organisation_recent",
            ),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(fields=["desk", "name_folded", "id"], name="organisation_by_name"),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("search_text", name="gin_trgm_ops"),
                name="organisation_search",
            ),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=django.contrib.postgres.indexes.GinIndex(fields=["tags"], name="organisation_tags"),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=django.contrib.postgres.indexes.GinIndex(fields=["domains"], name="organisation_domains"),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(
                condition=models.Q(("external_uid", ""), _negated=True),
                fields=["desk", "external_uid"],
                name="organisation_by_uid",
            ),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(
                condition=models.Q(("import_batch__isnull", False)),
                fields=["import_batch"],
                name="organisation_batch",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="organisation_has_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True),
                    models.Q(("parent", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="organisation_not_own_parent",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_organisationevent" ("country", "desk_id", "domains", "external_uid", "extra", "id", "import_batch", "kind", "languages", "marking", "name", "native_name", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "short_name", "tags", "time_zone") SELECT new_values."country", new_values."desk_id", new_values."domains", new_values."external_uid", new_values."extra", new_values."id", new_values."import_batch", new_values."kind", new_values."languages", new_values."marking", new_values."name", new_values."native_name", new_values."note", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."removed_at", new_values."short_name", new_values."tags", new_values."time_zone" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="92421c1b36189c731f5be0e785a5c1a3d04cc907",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fd0fd",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_organisation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_organisationevent" ("country", "desk_id", "domains", "external_uid", "extra", "id", "import_batch", "kind", "languages", "marking", "name", "native_name", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "short_name", "tags", "time_zone") SELECT new_values."country", new_values."desk_id", new_values."domains", new_values."external_uid", new_values."extra", new_values."id", new_values."import_batch", new_values."kind", new_values."languages", new_values."marking", new_values."name", new_values."native_name", new_values."note", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."removed_at", new_values."short_name", new_values."tags", new_values."time_zone" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."country" IS DISTINCT FROM (new_values."country") OR old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."domains" IS DISTINCT FROM (new_values."domains") OR old_values."external_uid" IS DISTINCT FROM (new_values."external_uid") OR old_values."extra" IS DISTINCT FROM (new_values."extra") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."import_batch" IS DISTINCT FROM (new_values."import_batch") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."languages" IS DISTINCT FROM (new_values."languages") OR old_values."marking" IS DISTINCT FROM (new_values."marking") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."native_name" IS DISTINCT FROM (new_values."native_name") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."parent_id" IS DISTINCT FROM (new_values."parent_id") OR old_values."removed_at" IS DISTINCT FROM (new_values."removed_at") OR old_values."short_name" IS DISTINCT FROM (new_values."short_name") OR old_values."tags" IS DISTINCT FROM (new_values."tags") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="463a0e1cc910ae0a0d3972d2ff38c4b776f56134",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_17175",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_organisation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_organisationevent" ("country", "desk_id", "domains", "external_uid", "extra", "id", "import_batch", "kind", "languages", "marking", "name", "native_name", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "short_name", "tags", "time_zone") SELECT old_values."country", old_values."desk_id", old_values."domains", old_values."external_uid", old_values."extra", old_values."id", old_values."import_batch", old_values."kind", old_values."languages", old_values."marking", old_values."name", old_values."native_name", old_values."note", old_values."parent_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."removed_at", old_values."short_name", old_values."tags", old_values."time_zone" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a135ceb163606ed17d305aaee0c5c4258b976cf7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d686f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_organisation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="counterpartevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="62f810638db7e55a662e68fb6c73b120960bd6d4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5bbc5",
                    table="directory_counterpartevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="counterpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deputy__isnull", True),
                    models.Q(("deputy", models.F("lead")), _negated=True),
                    _connector="OR",
                ),
                name="counterpart_deputy_is_another",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="counterpart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_counterpartevent" ("deputy_id", "desk_id", "id", "lead_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."deputy_id", new_values."desk_id", new_values."id", new_values."lead_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e9c716414927d9cbcaa34986e50ebd342a0fbdcd",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_26702",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_counterpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="counterpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_counterpartevent" ("deputy_id", "desk_id", "id", "lead_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."deputy_id", new_values."desk_id", new_values."id", new_values."lead_id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="35ade03d406e8129a942c8a58ac59302ca6b1ce0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e9046",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_counterpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="counterpart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_counterpartevent" ("deputy_id", "desk_id", "id", "lead_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."deputy_id", old_values."desk_id", old_values."id", old_values."lead_id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="35bbc24fc48c74d1d0ef857ee3a893a588be04d3",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_74468",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_counterpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1c571e172646bc461d27f41a219f017fb7f4fa22",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f1b4d",
                    table="directory_organisationevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                models.F("desk"),
                models.OrderBy(models.F("last_active_at"), descending=True, nulls_last=True),
                models.F("id"),
                name="person_recent",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["desk", "sort_key", "id"], name="person_by_name"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["desk", "name_folded"], name="person_by_folded_name"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("search_text", name="gin_trgm_ops"),
                name="person_search",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=django.contrib.postgres.indexes.GinIndex(fields=["tags"], name="person_tags"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("external_uid", ""), _negated=True),
                fields=["desk", "external_uid"],
                name="person_by_uid",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("import_batch__isnull", False)),
                fields=["import_batch"],
                name="person_batch",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("full_name", ""), _negated=True), name="person_has_name"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_personevent" ("birthday", "call_name", "country", "degrees_after", "desk_id", "external_uid", "extra", "form_of_address", "full_name", "id", "import_batch", "languages", "marking", "name_order", "native_name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "removed_at", "romanised_name", "sort_as", "tags", "time_zone", "titles_before") SELECT new_values."birthday", new_values."call_name", new_values."country", new_values."degrees_after", new_values."desk_id", new_values."external_uid", new_values."extra", new_values."form_of_address", new_values."full_name", new_values."id", new_values."import_batch", new_values."languages", new_values."marking", new_values."name_order", new_values."native_name", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."photo_id", new_values."removed_at", new_values."romanised_name", new_values."sort_as", new_values."tags", new_values."time_zone", new_values."titles_before" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5f46f648b0fcc28ba928b114a5a7d9cd6beea0fe",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f1db5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_personevent" ("birthday", "call_name", "country", "degrees_after", "desk_id", "external_uid", "extra", "form_of_address", "full_name", "id", "import_batch", "languages", "marking", "name_order", "native_name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "removed_at", "romanised_name", "sort_as", "tags", "time_zone", "titles_before") SELECT new_values."birthday", new_values."call_name", new_values."country", new_values."degrees_after", new_values."desk_id", new_values."external_uid", new_values."extra", new_values."form_of_address", new_values."full_name", new_values."id", new_values."import_batch", new_values."languages", new_values."marking", new_values."name_order", new_values."native_name", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."photo_id", new_values."removed_at", new_values."romanised_name", new_values."sort_as", new_values."tags", new_values."time_zone", new_values."titles_before" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."birthday" IS DISTINCT FROM (new_values."birthday") OR old_values."call_name" IS DISTINCT FROM (new_values."call_name") OR old_values."country" IS DISTINCT FROM (new_values."country") OR old_values."degrees_after" IS DISTINCT FROM (new_values."degrees_after") OR old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."external_uid" IS DISTINCT FROM (new_values."external_uid") OR old_values."extra" IS DISTINCT FROM (new_values."extra") OR old_values."form_of_address" IS DISTINCT FROM (new_values."form_of_address") OR old_values."full_name" IS DISTINCT FROM (new_values."full_name") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."import_batch" IS DISTINCT FROM (new_values."import_batch") OR old_values."languages" IS DISTINCT FROM (new_values."languages") OR old_values."marking" IS DISTINCT FROM (new_values."marking") OR old_values."name_order" IS DISTINCT FROM (new_values."name_order") OR old_values."native_name" IS DISTINCT FROM (new_values."native_name") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."photo_id" IS DISTINCT FROM (new_values."photo_id") OR old_values."removed_at" IS DISTINCT FROM (new_values."removed_at") OR old_values."romanised_name" IS DISTINCT FROM (new_values."romanised_name") OR old_values."sort_as" IS DISTINCT FROM (new_values."sort_as") OR old_values."tags" IS DISTINCT FROM (new_values."tags") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone") OR old_values."titles_before" IS DISTINCT FROM (new_values."titles_before")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="558a2f6914842c3ffae641b99755157554dd1124",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_45f75",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_personevent" ("birthday", "call_name", "country", "degrees_after", "desk_id", "external_uid", "extra", "form_of_address", "full_name", "id", "import_batch", "languages", "marking", "name_order", "native_name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "removed_at", "romanised_name", "sort_as", "tags", "time_zone", "titles_before") SELECT old_values."birthday", old_values."call_name", old_values."country", old_values."degrees_after", old_values."desk_id", old_values."external_uid", old_values."extra", old_values."form_of_address", old_values."full_name", old_values."id", old_values."import_batch", old_values."languages", old_values."marking", old_values."name_order", old_values."native_name", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."photo_id", old_values."removed_at", old_values."romanised_name", old_values."sort_as", old_values."tags", old_values."time_zone", old_values."titles_before" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0db6683ef2434a65b128da91564a0ec5a4dc3f4e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_395d8",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactpointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a0f3d04fe8c48e2a96e7226c27f9ec9323886169",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_114a6",
                    table="directory_contactpointevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="contactpoint",
            index=models.Index(fields=["desk", "kind", "normal"], name="contact_point_lookup"),
        ),
        migrations.AddIndex(
            model_name="contactpoint",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("normal", name="gin_trgm_ops"),
                name="contact_point_fragments",
            ),
        ),
        migrations.AddIndex(
            model_name="contactpoint",
            index=models.Index(
                condition=models.Q(("import_batch__isnull", False)),
                fields=["import_batch"],
                name="contact_point_batch",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisation__isnull", False), ("person__isnull", True)),
                    models.Q(("organisation__isnull", True), ("person__isnull", False)),
                    _connector="OR",
                ),
                name="contact_point_of_one_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpoint",
            constraint=models.UniqueConstraint(
                fields=("person", "organisation", "kind", "normal"),
                name="contact_point_once",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_contactpointevent" ("desk_id", "id", "import_batch", "kind", "label", "normal", "organisation_id", "parts", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred", "value") SELECT new_values."desk_id", new_values."id", new_values."import_batch", new_values."kind", new_values."label", new_values."normal", new_values."organisation_id", new_values."parts", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."preferred", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="78a87a088ae48f6c26e5694ff60d70df6c534a9c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f2d78",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_contactpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_contactpointevent" ("desk_id", "id", "import_batch", "kind", "label", "normal", "organisation_id", "parts", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred", "value") SELECT new_values."desk_id", new_values."id", new_values."import_batch", new_values."kind", new_values."label", new_values."normal", new_values."organisation_id", new_values."parts", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."preferred", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."import_batch" IS DISTINCT FROM (new_values."import_batch") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."label" IS DISTINCT FROM (new_values."label") OR old_values."normal" IS DISTINCT FROM (new_values."normal") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."parts" IS DISTINCT FROM (new_values."parts") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."preferred" IS DISTINCT FROM (new_values."preferred") OR old_values."value" IS DISTINCT FROM (new_values."value")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="00b37273c006cf68280c576ccf5c20a47bf20cdc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ba5b4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_contactpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_contactpointevent" ("desk_id", "id", "import_batch", "kind", "label", "normal", "organisation_id", "parts", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preferred", "value") SELECT old_values."desk_id", old_values."id", old_values."import_batch", old_values."kind", old_values."label", old_values."normal", old_values."organisation_id", old_values."parts", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."preferred", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="52c3d456164d5cc6b798f0012644cad7e27f28d4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2e2cb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_contactpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ad80f81bc38fab70754c6e141cc9dfdfdba48219",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_59f78",
                    table="directory_personevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(fields=["organisation", "until"], name="position_at_organisation"),
        ),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(
                condition=models.Q(("import_batch__isnull", False)),
                fields=["import_batch"],
                name="position_batch",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since__isnull", True),
                    ("until__isnull", True),
                    ("until__gte", models.F("since")),
                    _connector="OR",
                ),
                name="position_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.UniqueConstraint(
                fields=("person", "organisation", "title", "unit", "since"),
                name="position_once",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_positionevent" ("desk_id", "id", "import_batch", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title", "unit", "until") SELECT new_values."desk_id", new_values."id", new_values."import_batch", new_values."organisation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."since", new_values."title", new_values."unit", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8b02a4662ca92130a537957266e79ae85af146e9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_007d8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_position",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_positionevent" ("desk_id", "id", "import_batch", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title", "unit", "until") SELECT new_values."desk_id", new_values."id", new_values."import_batch", new_values."organisation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."since", new_values."title", new_values."unit", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."import_batch" IS DISTINCT FROM (new_values."import_batch") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."unit" IS DISTINCT FROM (new_values."unit") OR old_values."until" IS DISTINCT FROM (new_values."until")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ccb41d8699bde72e9c0441b592b4c0f96a94d39b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f948e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_position",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_positionevent" ("desk_id", "id", "import_batch", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title", "unit", "until") SELECT old_values."desk_id", old_values."id", old_values."import_batch", old_values."organisation_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."since", old_values."title", old_values."unit", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="fbee61884d02d9c81be28d00252bca9fbd0063b9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a5c53",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_position",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="positionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4900ca44088c1dbe16b757aaa7105248576797a3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b443e",
                    table="directory_positionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="relationship",
            constraint=models.UniqueConstraint(fields=("person", "other", "kind"), name="relationship_once"),
        ),
        migrations.AddConstraint(
            model_name="relationship",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", models.F("other")), _negated=True),
                name="relationship_between_two",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationship",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_relationshipevent" ("desk_id", "id", "kind", "other_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."desk_id", new_values."id", new_values."kind", new_values."other_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="918be4dc053f8a01897a115959a347aefc651558",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_30a9e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="directory_relationship",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationship",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_relationshipevent" ("desk_id", "id", "kind", "other_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."desk_id", new_values."id", new_values."kind", new_values."other_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="23075ca9fa2b026b0bd2e48eb8b519bc0f93d9d4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_edd2f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="directory_relationship",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationship",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "directory_relationshipevent" ("desk_id", "id", "kind", "other_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."desk_id", old_values."id", old_values."kind", old_values."other_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3a375013ebcbb53ca6178504ee50830cb36ba166",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9148a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="directory_relationship",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationshipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="90982e4ee342e4fa76e5fdf2f8d4d33809c8a50a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f732d",
                    table="directory_relationshipevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
