"""Keep what the card of somebody's telephone says, by the same actions as the pages do."""
