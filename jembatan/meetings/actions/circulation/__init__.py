"""Minutes before partners: sent for agreement, answered, corrected, agreed."""
