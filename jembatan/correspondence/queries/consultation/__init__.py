"""Questions to people without an account, as far as the actor may see them."""
