"""What a negotiation could end in: efficient packages and the fair ones among them. Numbers alone, no database."""
