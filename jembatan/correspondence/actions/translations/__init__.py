"""Translation by a machine: which server, of messages, of drafts."""
