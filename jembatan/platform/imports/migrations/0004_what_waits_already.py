from django.db import migrations

CONTENT = """
    UPDATE imports_quarantineditem AS item SET desk_id = batch.desk_id, digest = sha256(
        CASE WHEN item.raw = '' THEN convert_to(item.source || ':' || item.position || ':' || item.reason, 'UTF8') ELSE item.raw END
    ) FROM imports_batch AS batch WHERE batch.id = item.batch_id
"""
TAKEN_BACK = """
    UPDATE imports_quarantineditem AS item SET state = 'taken_back' FROM imports_batch AS batch
    WHERE batch.id = item.batch_id AND batch.state = 'rolled_back' AND item.state = 'waiting'
"""
REPEATED = """
    UPDATE imports_quarantineditem AS item SET state = 'repeated', raw = '' WHERE item.state = 'waiting' AND EXISTS (
        SELECT FROM imports_quarantineditem AS first WHERE first.state = 'waiting' AND first.id < item.id
        AND (first.desk_id, first.digest, first.kind) = (item.desk_id, item.digest, item.kind)
    )
"""


def first_alone_waits(apps, schema_editor):
    """Of the same content that was set aside several times; what was taken back with its import waits no more."""
    for statement in (CONTENT, TAKEN_BACK, REPEATED):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("imports", "0003_content_that_waits")]

    operations = [migrations.RunPython(first_alone_waits, migrations.RunPython.noop)]
