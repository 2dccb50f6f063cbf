"""What stands at the podium, and how fast its speaker speaks."""
