"""Every string of the product in every language: found in the sources, kept in `locale/`, checked for completeness."""
