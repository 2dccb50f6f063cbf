"""What the documents say is held to the product: its words, commands, settings, slots, events, registers and files."""
