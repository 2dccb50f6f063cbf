from django.db import migrations

TOLD = """
CREATE FUNCTION meetings_marking_of_{one}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dav_stale (desk_id, book, key)
    SELECT DISTINCT its.desk_id, 'meetings', its.uid FROM meetings_attendance AS guest
    JOIN meetings_meeting AS its ON its.id = guest.meeting_id WHERE guest.{one}_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER meetings_marking_of_{one} AFTER UPDATE OF marking ON directory_{one}
    FOR EACH ROW WHEN (OLD.marking IS DISTINCT FROM NEW.marking)
    EXECUTE FUNCTION meetings_marking_of_{one}();
"""
FORGOTTEN = """
DROP TRIGGER meetings_marking_of_{one} ON directory_{one};
DROP FUNCTION meetings_marking_of_{one}();
"""
# Calendars that were written before may name them still.
WRITE_ANEW = """
INSERT INTO dav_stale (desk_id, book, key)
SELECT DISTINCT its.desk_id, 'meetings', its.uid FROM meetings_meeting AS its
JOIN meetings_attendance AS guest ON guest.meeting_id = its.id
LEFT JOIN directory_person AS person ON person.id = guest.person_id
LEFT JOIN directory_organisation AS body ON body.id = guest.organisation_id
WHERE COALESCE(person.marking, body.marking) NOT IN ('TLP:GREEN', 'TLP:CLEAR')
"""


class Migration(migrations.Migration):
    """Calendars on telephones follow the markings of those whom they name."""

    dependencies = [
        ("meetings", "0016_agenda_templates"),
        ("directory", "0001_initial"),
        ("dav", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(TOLD.format(one="person"), FORGOTTEN.format(one="person")),
        migrations.RunSQL(TOLD.format(one="organisation"), FORGOTTEN.format(one="organisation")),
        migrations.RunSQL(WRITE_ANEW, migrations.RunSQL.noop),
    ]
