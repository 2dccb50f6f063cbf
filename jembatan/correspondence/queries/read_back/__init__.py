"""Who was asked to say back what was understood, and how that stands."""
