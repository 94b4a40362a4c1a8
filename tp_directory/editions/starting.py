"""Chooses the edition that the program starts with: the newest that can be used."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tp_directory.core.bilingual import Text
from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.errors import CannotRead, CannotWrite, EditionDamaged
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.directory import Clock, Directory
from tp_directory.editions.building import BUNDLED, Progress, Step, build, sources_hash
from tp_directory.editions.in_use import remove_unused
from tp_directory.editions.installing import rebuild
from tp_directory.editions.layout import DATA, RECORDS, read_info
from tp_directory.editions.opening import open_edition
from tp_directory.editions.pointer import (
    Pointer,
    is_broken,
    read_pointer,
    remove_old,
    write_pointer,
)
from tp_directory.paths import Bundle

_TEMPORARY = "tp-directory-"

REBUILT = Text(
    "The directory on this computer could not be used and has been rebuilt from the records "
    "that came with the program.",
    "Le répertoire de cet ordinateur était inutilisable; il a été reconstruit à partir des "
    "fiches livrées avec le programme.",
)
NOT_KEPT = Text(
    "The directory could not be saved on this computer and was prepared for this session only.",
    "Le répertoire n'a pas pu être enregistré sur cet ordinateur; il a été préparé pour cette "
    "séance seulement.",
)
WENT_BACK = Text(
    "The newest edition on this computer could not be used; the one before it is open. The next "
    "update repairs this.",
    "L'édition la plus récente de cet ordinateur était inutilisable; la précédente est ouverte. "
    "La prochaine mise à jour y remédiera.",
)
CAME_WITH_PROGRAM = Text(
    "The editions installed on this computer could not be used; the one that came with the "
    "program is open, and its records are older. The next update repairs this.",
    "Les éditions installées sur cet ordinateur étaient inutilisables; celle livrée avec le "
    "programme est ouverte, et ses fiches sont plus anciennes. La prochaine mise à jour y "
    "remédiera.",
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A directory ready to be asked, and what the worker should know of it ("" for nothing).

    `folder` is the edition's; `data` the folder that goes with it: checklists, legal notes,
    outlines of provinces.
    """

    directory: Directory
    notice: Text
    folder: Path
    data: Path


def current(bundle: Bundle, editions: Path, *, clock: Clock, progress: Progress) -> Opened:
    """The installed edition, or else the one before it, or else the program's own.

    What another version of the program installed, a newer one too, is built again from its own
    data. The program's own edition is built first where needed. Where `editions` cannot be written,
    both are built in a temporary folder that is gone once the directory is closed. Editions in
    `editions` that are not needed any more are removed.

    Raises:
        CannotRead, RecordsRefused: the bundled data is damaged; install the program again.
    """
    pointer = read_pointer(editions)
    for name, notice in ((pointer.edition, Text()), (pointer.previous, WENT_BACK)):
        if not name:
            continue
        try:
            opened = _installed(editions, name, notice, clock=clock, progress=progress)
        except (CannotRead, CannotWrite, EditionDamaged):
            if read_pointer(editions) != pointer:  # another program has installed one meanwhile
                return current(bundle, editions, clock=clock, progress=progress)
            continue
        if opened.folder != editions / pointer.edition and opened.folder.parent == editions:
            previous = pointer.previous if name == pointer.edition else ""
            after = Pointer(opened.folder.name, previous, pointer.held_back)
            _repoint(editions, pointer, after)
        remove_old(editions)
        return opened
    is_lost = bool(pointer.edition) or is_broken(editions)
    if pointer.edition:
        _repoint(editions, pointer, Pointer(held_back=pointer.held_back))
    notice = CAME_WITH_PROGRAM if is_lost else Text()
    opened = _own(bundle, editions, notice, clock=clock, progress=progress)
    if opened.folder.parent == editions:
        _remove_other_bundled(opened.folder)
    return opened


def _installed(
    editions: Path, name: str, notice: Text, *, clock: Clock, progress: Progress
) -> Opened:
    """Open an installed edition, built again where it is of another format."""
    folder = editions / name
    with ExitStack() as stack:
        if read_info(folder).format != EDITION_FORMAT:
            folder, notice = _rebuilt(folder, notice, stack, clock=clock, progress=progress)
        directory = open_edition(folder, folder / DATA, clock=clock, then=stack.pop_all())
    return Opened(directory, notice, folder, folder / DATA)


def _rebuilt(
    folder: Path, notice: Text, stack: ExitStack, *, clock: Clock, progress: Progress
) -> tuple[Path, Text]:
    """An edition of another format in the present one, and what the worker should know."""

    def tell(step: UpdateStep) -> None:
        if step.stage is Stage.BUILDING:
            progress(Step(step.done, step.total))

    try:
        return rebuild(folder, folder.parent, clock=clock, progress=tell), notice
    except CannotWrite:
        return rebuild(folder, _temporary(stack), clock=clock, progress=tell), NOT_KEPT


def _temporary(stack: ExitStack) -> Path:
    """A folder for this session only, removed when a stack is closed."""
    folder = TemporaryDirectory(prefix=_TEMPORARY, ignore_cleanup_errors=True)
    return Path(stack.enter_context(folder))


def _repoint(editions: Path, before: Pointer, after: Pointer) -> None:
    """Remember what can be used, unless another program has installed something meanwhile.

    Where that cannot be written, the next start finds it out again.
    """
    if read_pointer(editions) == before:
        with suppress(CannotWrite):
            write_pointer(editions, after)


def _own(
    bundle: Bundle, editions: Path, notice: Text, *, clock: Clock, progress: Progress
) -> Opened:
    """Open the program's own edition, built or rebuilt first where needed."""
    records = bundle.data / RECORDS
    edition = editions / f"{BUNDLED}{sources_hash(records, bundle.data)[:16]}"
    if edition.exists():
        try:
            directory = open_edition(edition, bundle.data, clock=clock)
            return Opened(directory, notice, edition, bundle.data)
        except EditionDamaged:
            notice = notice or REBUILT
    with ExitStack() as stack:
        try:
            build(records, edition, bundle.data, clock=clock, progress=progress)
        except CannotWrite:
            edition = _temporary(stack) / edition.name
            build(records, edition, bundle.data, clock=clock, progress=progress)
            notice = notice or NOT_KEPT
        directory = open_edition(edition, bundle.data, clock=clock, then=stack.pop_all())
    return Opened(directory, notice, edition, bundle.data)


def _remove_other_bundled(edition: Path) -> None:
    """Remove what other versions of the program built from their records and have not open."""
    for other in edition.parent.glob(f"{BUNDLED}*"):
        if other != edition:
            remove_unused(other)
