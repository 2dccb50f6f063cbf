"""Books that other programs read and write: CardDAV and CalDAV by Radicale, over tables of ours. No word of what is in them."""
