"""What the calendar draws: weeks, months and agendas as plain data, laid out before the template sees them."""
