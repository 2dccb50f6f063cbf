"""Forms that others prescribe, filled from the record: ICS 205A, 213 and 214, a register of meetings, a duty record."""
