"""Says on what a measurement was made: processor, memory, load, versions."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

OURS = ("pyoxigraph", "shacl", "orjson", "msgspec", "isal", "rdflib", "PyLD")


def machine() -> dict[str, str]:
    """Describe the machine and what else it was busy with when the measurement began."""
    return {
        "processor": _field(Path("/proc/cpuinfo"), "model name"),
        "cores": str(os.cpu_count()),
        "memory": f"{int(_field(Path('/proc/meminfo'), 'MemTotal').split()[0]) / 2**20:.0f} GB",
        "system": platform.system(),
        "Python": platform.python_version(),
        "load before (1, 5, 15 minutes)": load(),
    }


def load() -> str:
    """Say how many processes wanted to run: above the number of cores, times are too long."""
    return ", ".join(f"{found:.1f}" for found in os.getloadavg())


def versions(names: Iterable[str] = OURS) -> dict[str, str]:
    """Give the versions of packages; one that is missing is said to be."""
    return {name: _version(name) for name in names}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _field(path: Path, name: str) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "?")
