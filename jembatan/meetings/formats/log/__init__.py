"""Logs of meetings, as offices keep them in CSV, TSV and XLSX."""
