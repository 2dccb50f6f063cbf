from django.db import migrations


class Migration(migrations.Migration):
    """Texts that were written before leave out guests without an e-mail address."""

    dependencies = [("meetings", "0011_circulation")]

    operations = [
        migrations.RunSQL(
            "INSERT INTO dav_stale (desk_id, book, key)"
            " SELECT DISTINCT its.desk_id, 'meetings', its.uid FROM meetings_meeting AS its"
            " JOIN meetings_attendance AS guest ON guest.meeting_id = its.id WHERE guest.email = ''",
            migrations.RunSQL.noop,
        ),
    ]
