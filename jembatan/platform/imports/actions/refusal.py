"""Why an import is not done."""


class CannotImport(Exception):
    """The import was refused as a whole, with a sentence for people."""
