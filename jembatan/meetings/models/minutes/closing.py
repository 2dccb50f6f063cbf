"""What the database refuses once minutes are no longer being written."""

import pgtrigger


def only_while_writing(name: str, *, unchanged: str = "FALSE") -> pgtrigger.Trigger:
    """Refuse a new row, and an update in which not everything is `unchanged` (SQL on OLD and NEW), of minutes that are not being written.

    The row of the minutes is locked, so that nobody closes them at the same time.
    """
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("found", "TEXT")],
        func=f"""
            IF TG_OP = 'UPDATE' AND {unchanged} THEN
                RETURN NEW;
            END IF;
            SELECT minutes.state INTO found FROM meetings_minutes minutes WHERE minutes.id = NEW.minutes_id FOR SHARE;
            IF found <> 'writing' THEN
                RAISE EXCEPTION 'these minutes are no longer being written' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def agreed_for_good() -> pgtrigger.Trigger:
    """Minutes are agreed with a version that was agreed, and stay so."""
    return pgtrigger.Trigger(
        name="minutes_agreed_for_good",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func="""
            IF OLD.state = 'agreed' AND (TG_OP = 'DELETE' OR NEW.state <> 'agreed') THEN
                RAISE EXCEPTION 'agreed minutes stay agreed' USING ERRCODE = 'check_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            IF NEW.state = 'agreed' AND OLD.state <> 'agreed' AND NOT EXISTS (
                SELECT FROM meetings_minutesversion version
                WHERE version.minutes_id = NEW.id AND version.agreed_at IS NOT NULL
            ) THEN
                RAISE EXCEPTION 'no version of these minutes is agreed' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def outcomes_while_writing(name: str, *, unchanged: str) -> pgtrigger.Trigger:
    """Refuse decisions and actions that are new, deleted or not `unchanged` (SQL on OLD and NEW) once minutes of their meeting are not being written.

    Of a series, the minutes of their occurrence count.
    """
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("found", "TEXT")],
        func=f"""
            IF TG_OP = 'UPDATE' AND {unchanged} THEN
                RETURN NEW;
            END IF;
            FOR found IN
                SELECT minutes.state FROM meetings_minutes minutes
                WHERE (TG_OP <> 'INSERT' AND minutes.meeting_id = OLD.meeting_id AND minutes.recurrence_id = OLD.recurrence_id)
                OR (TG_OP <> 'DELETE' AND minutes.meeting_id = NEW.meeting_id AND minutes.recurrence_id = NEW.recurrence_id)
                FOR SHARE
            LOOP
                IF found <> 'writing' THEN
                    RAISE EXCEPTION 'these minutes are no longer being written' USING ERRCODE = 'check_violation';
                END IF;
            END LOOP;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        """,
    )
