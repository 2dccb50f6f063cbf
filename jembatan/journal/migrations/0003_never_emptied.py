import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0002_placement_of_sources"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="entry",
            trigger=pgtrigger.compiler.Trigger(
                name="entry_never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot truncate % table', TG_TABLE_NAME;",
                    hash="1972c64705cc4e6295bb4ee428b39401a3991787",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_entry_never_emptied_9c5e1",
                    table="journal_entry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entryparty",
            trigger=pgtrigger.compiler.Trigger(
                name="entry_party_never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot truncate % table', TG_TABLE_NAME;",
                    hash="9bad60c0054338b643f15bb950f4da9a918d58ae",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_entry_party_never_emptied_9f2c8",
                    table="journal_entryparty",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="retraction",
            trigger=pgtrigger.compiler.Trigger(
                name="retraction_never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot truncate % table', TG_TABLE_NAME;",
                    hash="338477195f1d6ce32c8bea491ff55eecae818cf4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_retraction_never_emptied_07f29",
                    table="journal_retraction",
                    when="BEFORE",
                ),
            ),
        ),
    ]
