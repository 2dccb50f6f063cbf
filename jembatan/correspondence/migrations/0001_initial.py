import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import jembatan.platform.markings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("directory", "0001_initial"),
        ("dossiers", "0001_initial"),
        ("files", "0001_initial"),
        ("imports", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mailbox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mailboxes",
                        to="accounts.desk",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "mailboxes",
            },
        ),
        migrations.CreateModel(
            name="MailboxAccount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("read", models.PositiveIntegerField(default=0)),
                ("filed", models.PositiveIntegerField(default=0)),
                ("updated", models.PositiveIntegerField(default=0)),
                ("duplicates", models.PositiveIntegerField(default=0)),
                ("quarantined", models.PositiveIntegerField(default=0)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="imports.batch"
                    ),
                ),
                (
                    "mailbox",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="accounts",
                        to="correspondence.mailbox",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message_id", models.TextField()),
                ("in_reply_to", models.TextField(blank=True)),
                (
                    "references",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list
                    ),
                ),
                (
                    "placement",
                    models.CharField(
                        choices=[
                            ("first", "It starts the conversation: it refers to no earlier message."),
                            ("reply", "It answers a message of this conversation (In-Reply-To)."),
                            ("reference", "It refers to a message of this conversation (References)."),
                            (
                                "subject",
                                "It is a reply without references; subject and people match this conversation.",
                            ),
                            ("moved", "Someone of the desk put it here."),
                        ],
                        default="first",
                        max_length=9,
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "sent_offset",
                    models.SmallIntegerField(
                        blank=True, help_text="minutes east of UTC, as written", null=True
                    ),
                ),
                ("filed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("subject", models.TextField(blank=True)),
                (
                    "subject_key",
                    models.BigIntegerField(default=0, help_text="hash of the base subject; 0 for none"),
                ),
                (
                    "unreferenced_reply",
                    models.BooleanField(default=False, help_text="a reply that names no message"),
                ),
                ("from_name", models.TextField(blank=True)),
                ("from_email", models.CharField(blank=True, max_length=320)),
                ("ours", models.BooleanField(default=False)),
                ("automatic", models.BooleanField(default=False, help_text="a program wrote it")),
                (
                    "thanks",
                    models.BooleanField(
                        default=False, help_text="it thanks or acknowledges, and says nothing more"
                    ),
                ),
                ("asks", models.BooleanField(default=False, help_text="its words want an answer")),
                (
                    "internal",
                    models.BooleanField(default=False, help_text="from one of us, and to nobody else"),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "searched",
                    models.PositiveIntegerField(
                        default=100000,
                        help_text="characters of the text that are searched, from its beginning",
                    ),
                ),
                ("html", models.TextField(blank=True)),
                ("head", models.TextField(blank=True)),
                ("language", models.CharField(blank=True, max_length=2)),
                ("size", models.PositiveIntegerField(default=0)),
                ("digest", models.CharField(max_length=64)),
                (
                    "defects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list
                    ),
                ),
                ("import_batch", models.BigIntegerField(blank=True, null=True)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                language="en",
                                then=django.contrib.postgres.search.SearchVector(
                                    "subject",
                                    "from_name",
                                    "from_email",
                                    django.db.models.functions.text.Substr("text", 1, models.F("searched")),
                                    config="jembatan_en",
                                ),
                            ),
                            default=django.contrib.postgres.search.SearchVector(
                                "subject",
                                "from_name",
                                "from_email",
                                django.db.models.functions.text.Substr("text", 1, models.F("searched")),
                                config="jembatan_id",
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
                    "mailbox",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="correspondence.mailbox",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MessageAttachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField(blank=True)),
                ("type", models.CharField(max_length=255)),
                ("content_id", models.TextField(blank=True)),
                ("inline", models.BooleanField(default=False)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="correspondence.message",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sender",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.CharField(max_length=320)),
                ("name", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ours", "ours"),
                            ("known", "known"),
                            ("waiting", "waiting in the screener"),
                            ("declined", "declined"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("wrote", models.PositiveIntegerField(default=0, help_text="messages from this address")),
                ("reason", models.CharField(blank=True, help_text="why it was declined", max_length=200)),
                ("put_off_until", models.DateTimeField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "before",
                    models.JSONField(
                        default=dict, help_text="what taking the decision back restores and removes"
                    ),
                ),
                ("first_at", models.DateTimeField(blank=True, null=True)),
                ("last_at", models.DateTimeField(blank=True, null=True)),
                ("import_batch", models.BigIntegerField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="senders",
                        to="directory.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="senders",
                        to="directory.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Recipient",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        choices=[("to", "To"), ("cc", "Cc"), ("bcc", "Bcc"), ("reply_to", "Reply-To")],
                        max_length=8,
                    ),
                ),
                ("name", models.TextField(blank=True)),
                ("email", models.CharField(max_length=320)),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recipients",
                        to="correspondence.message",
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="received",
                        to="correspondence.sender",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="message",
            name="sender",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="messages",
                to="correspondence.sender",
            ),
        ),
        migrations.CreateModel(
            name="Thread",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.TextField(blank=True)),
                (
                    "turn",
                    models.CharField(
                        choices=[
                            ("ours", "our turn"),
                            ("theirs", "their turn"),
                            ("nobodys", "nobody's turn"),
                        ],
                        default="nobodys",
                        max_length=7,
                    ),
                ),
                ("turn_since", models.DateTimeField(blank=True, null=True)),
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
                ("first_at", models.DateTimeField(blank=True, null=True)),
                ("last_at", models.DateTimeField(blank=True, null=True)),
                ("message_count", models.PositiveIntegerField(default=0)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
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
                        related_name="threads",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="message",
            name="thread",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="messages",
                to="correspondence.thread",
            ),
        ),
        migrations.CreateModel(
            name="ThreadLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message_id", models.TextField()),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.desk"
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="correspondence.thread",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ThreadMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(choices=[("split", "split"), ("merge", "merged")], max_length=5)),
                ("message_ids", models.JSONField()),
                (
                    "before",
                    models.JSONField(
                        default=dict, help_text="what undoing restores: placements, owner, marking"
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves_out",
                        to="correspondence.thread",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves_in",
                        to="correspondence.thread",
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
        ),
        migrations.AddConstraint(
            model_name="mailbox",
            constraint=models.UniqueConstraint(fields=("desk", "name"), name="mailbox_once"),
        ),
        migrations.AddConstraint(
            model_name="mailboxaccount",
            constraint=models.UniqueConstraint(fields=("mailbox", "batch"), name="mailbox_account_once"),
        ),
        migrations.AddConstraint(
            model_name="mailboxaccount",
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
                name="mailbox_account_balances",
            ),
        ),
        migrations.AddIndex(
            model_name="sender",
            index=models.Index(
                models.F("desk"),
                models.OrderBy(models.F("last_at"), descending=True, nulls_last=True),
                models.F("id"),
                condition=models.Q(("state", "waiting")),
                name="sender_screener",
            ),
        ),
        migrations.AddIndex(
            model_name="sender",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("email", name="gin_trgm_ops"),
                name="sender_email_trigrams",
            ),
        ),
        migrations.AddConstraint(
            model_name="sender",
            constraint=models.UniqueConstraint(fields=("desk", "email"), name="sender_once"),
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                models.F("desk"),
                models.OrderBy(models.F("last_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                name="thread_recent",
            ),
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                models.F("desk"),
                models.OrderBy(models.F("last_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("done_at__isnull", True)),
                name="thread_open",
            ),
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                models.F("desk"),
                models.F("turn"),
                models.OrderBy(models.F("last_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("done_at__isnull", True)),
                name="thread_by_turn",
            ),
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                condition=models.Q(("done_at__isnull", True)),
                fields=["desk", "turn", "turn_since", "id"],
                name="thread_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                models.F("desk"),
                models.OrderBy(models.F("last_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("done_at__isnull", False)),
                name="thread_done",
            ),
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                models.F("owner"),
                models.OrderBy(models.F("last_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("owner__isnull", False)),
                name="thread_by_owner",
            ),
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                condition=models.Q(("dossier__isnull", False)), fields=["dossier"], name="thread_by_dossier"
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["thread", "sent_at"], name="message_in_thread"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                models.F("sender"),
                models.OrderBy(models.F("sent_at"), descending=True),
                name="message_by_sender",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["desk", "language", "thread"], name="message_by_language"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("subject_key", 0), _negated=True),
                fields=["desk", "subject_key"],
                name="message_by_subject",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("import_batch__isnull", False)),
                fields=["import_batch"],
                name="message_batch",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search"], name="message_search"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(fields=("desk", "message_id"), name="message_once"),
        ),
        migrations.AddConstraint(
            model_name="threadlink",
            constraint=models.UniqueConstraint(fields=("desk", "message_id"), name="thread_link_once"),
        ),
    ]
