"""Keeping reports: beginning one, writing in it, reading the journal anew, making editions and clearing them."""
