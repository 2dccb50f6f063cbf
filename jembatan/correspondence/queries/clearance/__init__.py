"""Which clearances a mail needs and has."""
