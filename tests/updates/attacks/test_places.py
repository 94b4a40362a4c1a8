"""Attacks in a folder or on a stick, which the real command refuses as it does over a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from tests.updates.attacks.conftest import Refused
from tests.updates.conftest import Search, Workstation
from tests.updates.forger import Forger
from tp_directory.updates.errors import NothingPublished, UpdateFailed
from tp_directory.updates.layout import MANIFEST
from tp_directory.updates.refusals import Altered, LeadsOut, StickRefused

STICK = "directory.zip"


def _stick(forger: Forger, compression: int = ZIP_STORED) -> Path:
    """What is published, in one file."""
    stick = forger.public.with_name(STICK)
    with ZipFile(stick, "w", compression) as archive:
        for file in sorted(forger.public.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(forger.public).as_posix())
    return stick


def compressed(forger: Forger) -> tuple[UpdateFailed, Path]:
    return StickRefused(STICK), _stick(forger, ZIP_DEFLATED)


def compressed_to_almost_nothing(forger: Forger) -> tuple[UpdateFailed, Path]:
    stick = forger.public.with_name(STICK)
    with ZipFile(stick, "w", ZIP_DEFLATED) as archive:
        archive.writestr("metadata/2.root.json", bytes(10**8))
    return StickRefused(STICK), stick


def another_file(forger: Forger) -> tuple[UpdateFailed, Path]:
    stick = forger.public.with_name(STICK)
    stick.write_bytes(b"#!/bin/sh\n")
    return StickRefused(STICK), stick


def cut_short(forger: Forger) -> tuple[UpdateFailed, Path]:
    stick = _stick(forger)
    os.truncate(stick, stick.stat().st_size // 2)
    return StickRefused(STICK), stick


def changed_on_the_stick(forger: Forger) -> tuple[UpdateFailed, Path]:
    stick = _stick(forger)
    content = stick.read_bytes()
    at = content.index(forger.target(MANIFEST).read_bytes())
    stick.write_bytes(content[:at] + b"[" + content[at + 1 :])
    return StickRefused(STICK), stick


def changed_before_it_was_put_on_the_stick(forger: Forger) -> tuple[UpdateFailed, Path]:
    file = forger.target(MANIFEST)
    file.write_bytes(file.read_bytes().replace(b"published_at", b"Published_at"))
    return Altered(MANIFEST), _stick(forger)


def without_a_repository(forger: Forger) -> tuple[UpdateFailed, Path]:
    stick = forger.public.with_name(STICK)
    with ZipFile(stick, "w") as archive:
        archive.writestr("setup.exe", b"evil")
    return NothingPublished(str(stick)), stick


def link_to_a_device(forger: Forger) -> tuple[UpdateFailed, Path]:
    return _linked(forger, Path("/dev/zero"))


def link_out_of_the_folder(forger: Forger) -> tuple[UpdateFailed, Path]:
    outside = forger.public.with_name("timestamp.json")
    shutil.copy(forger.file("timestamp"), outside)
    return _linked(forger, outside)


def _linked(forger: Forger, to: Path) -> tuple[UpdateFailed, Path]:
    forger.file("timestamp").unlink()
    forger.file("timestamp").symlink_to(to)
    return LeadsOut("metadata/timestamp.json"), forger.public


def pipe(forger: Forger) -> tuple[UpdateFailed, Path]:
    forger.file("timestamp").unlink()
    os.mkfifo(forger.file("timestamp"))
    return LeadsOut("metadata/timestamp.json"), forger.public


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize(
    "attack",
    [
        compressed,
        compressed_to_almost_nothing,
        another_file,
        cut_short,
        changed_on_the_stick,
        changed_before_it_was_put_on_the_stick,
        without_a_repository,
        link_to_a_device,
        link_out_of_the_folder,
        pipe,
    ],
)
def test_a_folder_or_a_stick_is_trusted_no_more_than_a_network(
    attack: Callable[[Forger], tuple[UpdateFailed, Path]], forger: Forger, refused: Refused
) -> None:
    expected, source = attack(forger)

    refused(expected, str(source))


def test_members_of_a_stick_that_lead_out_are_never_written(
    forger: Forger, station: Workstation, search: Search
) -> None:
    stick = _stick(forger)
    with ZipFile(stick, "a") as archive:
        archive.writestr("../../../../evil", b"evil")
        archive.writestr("/tmp/evil", b"evil")

    told = station.update(str(stick))

    assert (told.outcome, told.number) == ("installed", 3)
    assert "Lantern 0" in search(station)
    assert not list(station.home.parent.rglob("evil"))
