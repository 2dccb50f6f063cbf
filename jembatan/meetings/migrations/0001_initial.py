import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

import jembatan.platform.markings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("search", "0001_text_search"),
        ("accounts", "0001_initial"),
        ("directory", "0001_initial"),
        ("dossiers", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.TextField()),
                ("recurrence_id", models.CharField(blank=True, max_length=64)),
                ("and_future", models.BooleanField(default=False)),
                ("sequence", models.IntegerField(default=0)),
                ("title", models.TextField(blank=True)),
                ("description", models.TextField(blank=True)),
                ("location", models.TextField(blank=True)),
                ("url", models.TextField(blank=True)),
                (
                    "clock",
                    models.CharField(
                        choices=[("zoned", "in its zone"), ("floating", "wall clock"), ("date", "all day")],
                        default="zoned",
                        max_length=8,
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[("minute", "minute"), ("day", "day"), ("month", "month"), ("year", "year")],
                        default="minute",
                        max_length=6,
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("zone", models.CharField(blank=True, max_length=64)),
                ("rule", models.TextField(blank=True)),
                ("expanded_until", models.DateTimeField(blank=True, null=True)),
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
                    ),
                ),
                (
                    "source",
                    models.TextField(blank=True, help_text="the VEVENT or the rows, as they were read"),
                ),
                ("stamp", models.DateTimeField(blank=True, null=True)),
                (
                    "edited",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                (
                    "seen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=32), blank=True, default=list
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=2)),
                ("version", models.PositiveIntegerField(default=1)),
                ("import_batch", models.BigIntegerField(blank=True, null=True)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                language="en",
                                then=django.contrib.postgres.search.SearchVector(
                                    "title", "location", "description", config="jembatan_en"
                                ),
                            ),
                            default=django.contrib.postgres.search.SearchVector(
                                "title", "location", "description", config="jembatan_id"
                            ),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
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
                        related_name="meetings",
                        to="dossiers.dossier",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField(blank=True)),
                ("email", models.CharField(blank=True, max_length=320)),
                ("ours", models.BooleanField(default=False)),
                ("organiser", models.BooleanField(default=False)),
                ("optional", models.BooleanField(default=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unknown", "not answered"),
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("tentative", "tentative"),
                            ("delegated", "delegated"),
                        ],
                        default="unknown",
                        max_length=9,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="attendances",
                        to="directory.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="attendances",
                        to="directory.person",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="meetings.meeting",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Occurrence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recurrence_id", models.CharField(blank=True, max_length=64)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="occurrences",
                        to="meetings.meeting",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                models.F("desk"),
                models.OrderBy(models.F("starts_at"), descending=True),
                models.F("id"),
                name="meeting_by_start",
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                condition=models.Q(("expanded_until__isnull", False)),
                fields=["desk", "expanded_until"],
                name="meeting_runs_on",
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                condition=models.Q(("import_batch__isnull", False)),
                fields=["import_batch"],
                name="meeting_batch",
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search"], name="meeting_search"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("desk", "uid", "recurrence_id"), name="meeting_once"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gte", models.F("starts_at"))), name="meeting_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("uid", ""), _negated=True), name="meeting_has_uid"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("clock", "zoned"), ("zone", ""), _connector="XOR"),
                name="meeting_zone_goes_with_zoned_clock",
            ),
        ),
        migrations.AddIndex(
            model_name="attendance",
            index=models.Index(models.F("organisation"), models.F("meeting"), name="attendance_organisation"),
        ),
        migrations.AddIndex(
            model_name="attendance",
            index=models.Index(models.F("person"), models.F("meeting"), name="attendance_person"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", ""), ("name", ""), _negated=True),
                name="attendance_names_someone",
            ),
        ),
        migrations.AddIndex(
            model_name="occurrence",
            index=models.Index(fields=["desk", "starts_at"], name="occurrence_by_start"),
        ),
        migrations.AddIndex(
            model_name="occurrence",
            index=models.Index(fields=["meeting", "starts_at"], name="occurrence_of_meeting"),
        ),
        migrations.AddIndex(
            model_name="occurrence",
            index=django.contrib.postgres.indexes.GistIndex(
                models.F("desk"),
                models.Func(
                    models.F("starts_at"),
                    models.F("ends_at"),
                    models.Value("[]"),
                    function="tstzrange",
                    output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                ),
                name="occurrence_span",
            ),
        ),
        migrations.AddConstraint(
            model_name="occurrence",
            constraint=models.UniqueConstraint(fields=("meeting", "recurrence_id"), name="occurrence_once"),
        ),
        migrations.AddConstraint(
            model_name="occurrence",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gte", models.F("starts_at"))),
                name="occurrence_ends_after_start",
            ),
        ),
    ]
