"""Editions: folders that hold one state of the directory, built whole or not at all.

An edition has directory.sqlite (the store), index/ (the search index) and edition.json. It is
built in a folder beside its place, flushed to disk and renamed last: a build that is killed
leaves nothing under the edition's name. The program's own edition is built from the bundled
records and carries their hash in its name, so that other records make another folder. An edition
that was published is installed beside the others, with the data that it was made from, and
becomes the present one when the pointer changes.
"""

from tp_directory.editions.building import Progress, Step, build, sources_hash
from tp_directory.editions.opening import open_edition
from tp_directory.editions.starting import NOT_KEPT, REBUILT, Opened, current
from tp_directory.editions.writing import write

__all__ = [
    "NOT_KEPT",
    "REBUILT",
    "Opened",
    "Progress",
    "Step",
    "build",
    "current",
    "open_edition",
    "sources_hash",
    "write",
]
