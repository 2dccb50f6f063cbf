"""Address books and contact lists become people, organisations, positions and contact points."""

from jembatan.directory.importer.contacts import ContactsImporter

__all__ = ["ContactsImporter"]
