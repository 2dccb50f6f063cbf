"""The embedded PostgreSQL: found, initialised, started, watched and stopped by this package; never on a TCP port.

Whoever needs the database holds a `Lease`. One keeper process a home runs the server while any lease is held.
"""

from jembatan.platform.postgres.data_directory import holds_database
from jembatan.platform.postgres.lease import Lease, open_database
from jembatan.platform.postgres.refusal import DatabaseRefused

__all__ = ["DatabaseRefused", "Lease", "holds_database", "open_database"]
