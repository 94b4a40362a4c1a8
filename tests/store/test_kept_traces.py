"""What was taken away is in no byte of any file; what a killed program did is whole or undone."""

import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.kept import ErrorReport, Fault, KeptService
from tp_directory.store.kept import KeptFile, open_kept

CANARY = "wexqarnold"
HOUSE = KeptService(
    "house",
    Text(f"{CANARY} House"),
    Text(f"{CANARY} Society"),
    f"{CANARY} 555-0123",
    date(2026, 11, 1),
    f"A note of {CANARY}.",
    (f"List of {CANARY}",),
)
PLAIN = KeptService("house", Text("Example House"), Text(), "", HOUSE.kept_on)
REPORT = ErrorReport("house", PLAIN.name, Fault.OTHER, f"Words of {CANARY}.", 1, HOUSE.kept_on)


def _is_left(place: Path, words: str = CANARY) -> bool:
    return any(words.encode() in file.read_bytes() for file in place.parent.iterdir())


def _drop(file: KeptFile) -> None:
    file.keep(replace(HOUSE, lists=()))
    file.drop("house")


def _keep_again(file: KeptFile) -> None:
    file.keep(replace(HOUSE, lists=()))
    file.keep(PLAIN)


def _set_note(file: KeptFile) -> None:
    file.keep(replace(PLAIN, note=HOUSE.note))
    file.set_note("house", "")


def _remove_list(file: KeptFile) -> None:
    file.keep(replace(PLAIN, lists=HOUSE.lists))
    file.remove_list(HOUSE.lists[0])


def _rename_list(file: KeptFile) -> None:
    file.keep(replace(PLAIN, lists=HOUSE.lists))
    file.rename_list(HOUSE.lists[0], "Another")


def _remove_report(file: KeptFile) -> None:
    file.remove_reports([file.add_report(REPORT).key])


def _erase(file: KeptFile) -> None:
    file.keep(HOUSE)
    file.add_report(REPORT)
    file.erase()


@pytest.mark.parametrize(
    "take_away",
    [_drop, _keep_again, _set_note, _remove_list, _rename_list, _remove_report, _erase],
)
def test_what_is_taken_away_leaves_no_trace(
    kept_file: KeptFile, place: Path, take_away: Callable[[KeptFile], None]
) -> None:
    take_away(kept_file)

    assert not _is_left(place)
    kept_file.close()
    assert not _is_left(place)


def test_what_is_kept_is_in_the_file_and_found_by_these_tests(
    kept_file: KeptFile, place: Path
) -> None:
    kept_file.keep(HOUSE)

    assert _is_left(place)


def test_erasing_leaves_nothing_to_show(kept_file: KeptFile) -> None:
    _erase(kept_file)

    assert not kept_file.everything()


def test_erasing_takes_damaged_files_along(place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"no database " + CANARY.encode())
    file, _ = open_kept(place)
    assert _is_left(place)

    file.erase()

    assert not _is_left(place)
    assert [each.name for each in place.parent.iterdir()] == [place.name]
    file.close()


# With secure_delete alone, the last seed leaves words behind in a page that was split.
@pytest.mark.parametrize("seed", range(4))
def test_no_page_keeps_a_copy_of_a_note(kept_file: KeptFile, place: Path, seed: int) -> None:
    chance = random.Random(seed)
    written: dict[str, str] = {}
    gone: set[str] = set()
    for number in range(150):
        service_id = f"id{chance.randrange(40)}"
        gone |= {written.pop(service_id)} if service_id in written else set()
        if chance.random() < 0.7:
            written[service_id] = f"{CANARY}{number:04}."
            note = written[service_id] + "x" * chance.choice((5, 50, 300, 1500, 6000))
            kept_file.keep(replace(PLAIN, id=service_id, note=note))
        else:
            kept_file.drop(service_id)
        content = place.read_bytes()
        assert [words for words in gone if words.encode() in content] == []


_WRITER = """
import sys
from datetime import date
from pathlib import Path
from tp_directory.core.bilingual import Text
from tp_directory.core.kept import KeptService
from tp_directory.store.kept import KeptFile

file = KeptFile.open(Path(sys.argv[1]))
for number in range(1_000_000):
    words = f"{number} " + "x" * (number % 7 * 900)
    file.keep(KeptService("house", Text("House"), Text(), words, date.today(), words, (words,)))
    file.remove_list(f"{number - 1} " + "x" * ((number - 1) % 7 * 900))
    print(number, flush=True)
"""


def test_a_program_that_is_killed_leaves_the_old_or_the_new(place: Path) -> None:
    for changes in (1, 2, 5, 9, 14):
        command = [sys.executable, "-c", _WRITER, str(place)]
        with subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE) as it:
            assert it.stdout is not None
            done = [int(it.stdout.readline()) for _ in range(changes)][-1]
            it.kill()

        file, notice = open_kept(place)
        [house] = file.everything().services
        file.close()

        assert not notice
        assert int(house.note.split()[0]) >= done
        assert house.number == house.note
        assert house.lists == (house.note,)
