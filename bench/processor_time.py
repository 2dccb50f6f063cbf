"""How long the processor works for a server, its own processes and its database's together."""

import psutil


def processor_ms(pid: int, home: str | None = None) -> float:
    """So far, in milliseconds: the process and its children, and the database server that keeps its files below `home`."""
    roots = [psutil.Process(pid)]
    if home is not None:
        roots += [one for one in psutil.process_iter() if _is_database(one, home)]
    family = {one.pid: one for root in roots for one in (root, *root.children(recursive=True))}
    return sum(_spent(one) for one in family.values()) * 1000


def _is_database(process: psutil.Process, home: str) -> bool:
    try:
        line = process.cmdline()
    except psutil.Error:
        return False
    return "-D" in line and line[line.index("-D") + 1].startswith(home)


def _spent(process: psutil.Process) -> float:
    """Seconds; none of a process that has ended meanwhile."""
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0
    return float(times.user + times.system)
