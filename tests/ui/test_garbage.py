import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tp_directory.ui.garbage import GarbageCollection


class Knot:
    """Garbage that only a collection finds, and that remembers where it was destroyed."""

    def __init__(self, ends: list[int]) -> None:
        self.itself = self
        self._ends = ends

    def __del__(self) -> None:
        self._ends.append(threading.get_ident())


def test_garbage_is_collected_in_the_guis_thread_only(qtbot: QtBot) -> None:
    parent = QObject()
    collection = GarbageCollection(parent)
    ends: list[int] = []

    def make_garbage() -> None:
        for _ in range(5000):
            Knot(ends)

    other = threading.Thread(target=make_garbage)
    other.start()
    other.join()
    assert not ends

    collection.collect()
    gc.collect()

    assert set(ends) == {threading.get_ident()}
    collection.stop()


def test_a_stopped_collection_leaves_it_to_the_interpreter(qtbot: QtBot) -> None:
    gc.enable()
    parent = QObject()
    collection = GarbageCollection(parent)
    assert not gc.isenabled()

    collection.stop()

    assert gc.isenabled()
    gc.disable()  # as tests/conftest.py has it
