"""What stood open when a period ended: promises both ways, turns in conversations, actions; and what comes next."""
