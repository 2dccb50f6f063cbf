"""Tables of applications, as lists of volunteers are kept elsewhere."""

from jembatan.recruitment.importer.applications import ApplicationsImporter

__all__ = ["ApplicationsImporter"]
