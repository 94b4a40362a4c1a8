"""How long an edition takes to build and how much memory, by number of services.

Each size is built in a process of its own from the same seeded synthetic services; the time of
making the services up is measured alone and taken off.

    python tests/benchmarks/build.py [--services 1000 10000 100000] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import psutil
from machine import describe
from synthetic import services

from tp_directory import editions, paths
from tp_directory.exchange.records import read_records
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy


def _build(count: int) -> dict[str, float]:
    bundle = paths.bundle()
    gazetteer = read_gazetteer(bundle.data / "geography")
    taxonomy = read_taxonomy(bundle.data)
    real = tuple(read_records(bundle.data / "directory", gazetteer))
    start = time.perf_counter()
    for _service in services(real, gazetteer, count):
        pass
    making = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as temporary:
        start = time.perf_counter()
        made = services(real, gazetteer, count)
        editions.write(Path(temporary) / "edition", made, gazetteer, taxonomy, built_at="")
        seconds = time.perf_counter() - start - making
        size = sum(f.stat().st_size for f in Path(temporary).rglob("*") if f.is_file())
    memory = psutil.Process().memory_info()
    peak = getattr(memory, "peak_wset", None) or _peak_bytes()
    return {
        "services": count,
        "seconds": round(seconds, 2),
        "microseconds_a_service": round(seconds / count * 1e6, 1),
        "peak_mb": round(peak / 2**20, 1),
        "edition_mb": round(size / 2**20, 1),
    }


def _peak_bytes() -> int:
    """The peak of resident memory of this process, where the platform has getrusage."""
    import resource  # noqa: PLC0415  # absent on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def main() -> None:
    """Measure each size and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--services", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_build(options.services[0])))
        return
    figures = []
    for count in options.services:
        command = [sys.executable, __file__, "--child", "--services", str(count)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        figures.append(json.loads(done.stdout))
    print(describe())
    first = figures[0]["microseconds_a_service"]
    for each in figures:
        print(
            f"{each['services']:>8} services: {each['seconds']:7.2f} s, "
            f"{each['microseconds_a_service']:6.1f} µs a service "
            f"({each['microseconds_a_service'] / first:.2f} x the smallest), "
            f"peak {each['peak_mb']:.0f} MB, edition {each['edition_mb']:.0f} MB"
        )
    if options.json:
        options.json.write_text(json.dumps({"machine": describe(), "build": figures}), "utf-8")


if __name__ == "__main__":
    main()
