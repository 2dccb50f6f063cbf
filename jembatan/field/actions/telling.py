"""The lines that the field writes to the journal."""

SOURCE = "programme"
INCIDENT = "field.incident"
CANNOT_COME = "field.cannot_come"
ACKNOWLEDGED = "field.acknowledged"
PHONE = "field.phone"
SETTLED = "field.settled"
