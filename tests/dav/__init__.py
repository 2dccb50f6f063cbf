"""Programs of other people at our address books and calendars."""
