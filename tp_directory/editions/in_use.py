"""Which editions some program has open: those are not to be removed.

A program that has an edition open holds its edition.json open, under a shared lock. Where there
are no such locks (Windows), a folder with an open file in it cannot be renamed, which tells the
same.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO

from tp_directory.core.errors import EditionDamaged
from tp_directory.editions.layout import BUILDING, INFO

if sys.platform != "win32":
    import fcntl


def hold(folder: Path) -> BinaryIO:
    """Keep an edition from being removed until what this gives is closed.

    Raises:
        EditionDamaged: it is gone, or going.
    """
    try:
        file = (folder / INFO).open("rb")
    except OSError as error:
        raise EditionDamaged(INFO) from error
    if _locked(file) and (folder / INFO).exists():
        return file
    file.close()
    raise EditionDamaged(INFO)


def _locked(file: BinaryIO) -> bool:
    """Lock a file for its readers; False where it is being removed."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a share may know no locks; nor does it then let go of what is open
    return True


def remove_unused(folder: Path) -> None:
    """Remove an edition that no program has open; another one is left alone.

    It is renamed first, so that a half removed one is never taken for an edition.
    """
    # Another program has it open, or removes it too: the next start will try again.
    with suppress(OSError), ExitStack() as stack:
        if sys.platform != "win32" and (folder / INFO).exists():
            file = stack.enter_context((folder / INFO).open("r+b"))  # NFS locks what is writable
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        aside = Path(tempfile.mkdtemp(prefix=BUILDING, dir=folder.parent))
        stack.callback(shutil.rmtree, aside, ignore_errors=True)
        folder.rename(aside / folder.name)
