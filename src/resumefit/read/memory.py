"""Bounds the memory of a process that reads files: a hostile file must not take the machine along.

The bound is on address space, which is all that Linux counts. Character recognition reserves far more of it than any text
needs, so it asks for its own share before it starts.
"""

from __future__ import annotations

import os
from pathlib import Path

from resumefit.read.limits import Limits


def limit_memory(limits: Limits) -> None:
    """Bound the address space of this process to what it has now and the limit; nothing where the system cannot."""
    try:
        import resource
    except ImportError:  # Windows
        return
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return
    most = pages * os.sysconf("SC_PAGE_SIZE") + limits.memory_bytes
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def add_memory_for_recognition(limits: Limits) -> None:
    """Raise this process's own bound, if it has one, by what character recognition needs; as far as the system lets it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    most, hard = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY:
        return
    wanted = most + limits.recognition_memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
