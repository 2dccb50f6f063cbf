"""Everything that a successor or deputy needs: about a partner, a dossier, or all that an officer does."""
