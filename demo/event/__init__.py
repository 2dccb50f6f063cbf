"""The event of the demo office: a festival of sail with seven delegations, which has just begun."""
