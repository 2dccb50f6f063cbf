"""The user guide, read inside the product: the files of `docs/guide/` as pages."""
