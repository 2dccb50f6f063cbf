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
