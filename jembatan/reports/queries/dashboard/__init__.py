"""How the desk stands today: its relations and why, how fast both sides answer, which promises are kept, who carries what."""
