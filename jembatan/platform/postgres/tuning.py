"""The server's settings, for one desk's machine that also does other things."""

import os
import sys
from collections.abc import Iterator

MEGABYTE = 1024 * 1024

DESK = {
    "listen_addresses": "",
    "max_connections": "60",
    "max_locks_per_transaction": "256",  # Restoring a backup drops every table and makes it anew, all in one transaction.
    "jit": "off",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "wal_compression": "on",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "random_page_cost": "1.1",
    "autovacuum_vacuum_scale_factor": "0.05",
    "autovacuum_analyze_scale_factor": "0.02",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    # The log names what went wrong, not whom it was about: no statement and no key of a row that was refused.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}

# After a crash one call for the whole disk, instead of one for each of a thousand files.
LINUX = {"recovery_init_sync_method": "syncfs"}

THROW_AWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "128MB",
}


def server_arguments(*, fast: bool) -> Iterator[str]:
    """Command-line settings of `postgres`; `fast` for data that need not survive a crash of the machine."""
    system = LINUX if sys.platform == "linux" else {}
    settings = DESK | system | memory_settings(physical_memory()) | (THROW_AWAY if fast else {})
    for name, value in settings.items():
        yield from ("-c", f"{name}={value}")


def memory_settings(memory: int) -> dict[str, str]:
    """An eighth of the machine's memory for shared buffers (128 MB to 1 GB); half is expected to be its file cache."""
    shared = min(max(memory // 8, 128 * MEGABYTE), 1024 * MEGABYTE)
    return {
        "shared_buffers": f"{shared // MEGABYTE}MB",
        "effective_cache_size": f"{max(memory // 2, shared) // MEGABYTE}MB",
    }


def physical_memory() -> int:
    """Bytes of this machine's memory."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
