import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("files", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("batch_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("read", models.PositiveBigIntegerField(default=0)),
                ("started_at", models.DateTimeField()),
                ("told_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "progress",
            },
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("actor_name", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=20)),
                ("label", models.CharField(max_length=300)),
                ("plan", models.JSONField(default=dict)),
                ("preview", models.JSONField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("trying", "trying"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "failed"),
                            ("rolled_back", "rolled back"),
                        ],
                        default="planned",
                        max_length=11,
                    ),
                ),
                ("is_demo", models.BooleanField(default=False)),
                ("read", models.PositiveIntegerField(default=0)),
                ("filed", models.PositiveIntegerField(default=0)),
                ("updated", models.PositiveIntegerField(default=0)),
                ("duplicates", models.PositiveIntegerField(default=0)),
                ("quarantined", models.PositiveIntegerField(default=0)),
                ("seconds", models.FloatField(default=0)),
                ("problems", models.JSONField(default=list)),
                ("problem_count", models.PositiveIntegerField(default=0)),
                ("error", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("rolled_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "batches",
            },
        ),
        migrations.CreateModel(
            name="Imported",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.BinaryField(max_length=16)),
                ("model", models.CharField(max_length=60)),
                ("record_id", models.BigIntegerField()),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="imported",
                        to="imports.batch",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="QuarantinedItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("source", models.CharField(max_length=1000)),
                ("position", models.PositiveIntegerField(default=0)),
                ("reason", models.TextField()),
                ("raw", models.BinaryField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("filed", "filed after a retry"),
                            ("dismissed", "dismissed"),
                        ],
                        default="waiting",
                        max_length=9,
                    ),
                ),
                ("retried_at", models.DateTimeField(blank=True, null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quarantine",
                        to="imports.batch",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Touched",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("model", models.CharField(max_length=60)),
                ("record_id", models.BigIntegerField()),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="touched",
                        to="imports.batch",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("name", models.CharField(max_length=500)),
                ("path", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uploads",
                        to="imports.batch",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="batch",
            index=models.Index(
                models.F("desk"), models.OrderBy(models.F("created_at"), descending=True), name="batch_recent"
            ),
        ),
        migrations.AddConstraint(
            model_name="batch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "read",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("filed"), "+", models.F("updated")
                                ),
                                "+",
                                models.F("duplicates"),
                            ),
                            "+",
                            models.F("quarantined"),
                        ),
                    )
                ),
                name="batch_accounts_balance",
            ),
        ),
        migrations.AddIndex(
            model_name="imported",
            index=models.Index(fields=["batch"], name="imported_by_batch"),
        ),
        migrations.AddConstraint(
            model_name="imported",
            constraint=models.UniqueConstraint(fields=("desk", "digest"), name="imported_once"),
        ),
        migrations.AddIndex(
            model_name="quarantineditem",
            index=models.Index(fields=["batch", "state"], name="quarantine_by_state"),
        ),
        migrations.AddConstraint(
            model_name="quarantineditem",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="quarantine_has_reason"
            ),
        ),
        migrations.AddIndex(
            model_name="touched",
            index=models.Index(fields=["model", "record_id"], name="touched_by_record"),
        ),
        migrations.AddConstraint(
            model_name="touched",
            constraint=models.UniqueConstraint(fields=("batch", "model", "record_id"), name="touched_once"),
        ),
    ]
