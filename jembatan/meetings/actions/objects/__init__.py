"""Keep what another program made of a calendar object."""
