"""Who may open what: every address of the house, for every role."""
