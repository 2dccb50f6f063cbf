"""Spreadsheets of officers, delegations and movements, and schedules of conferences, become records of a programme."""

from jembatan.programmes.importer.delegations import DelegationsImporter
from jembatan.programmes.importer.movements import MovementsImporter
from jembatan.programmes.importer.officers import OfficersImporter
from jembatan.programmes.importer.schedule import ScheduleImporter

__all__ = ["DelegationsImporter", "MovementsImporter", "OfficersImporter", "ScheduleImporter"]
