"""Mail from servers: which, how they are signed in to, and what hinders them."""
