"""Somebody who uses every part of the window, in an order that a seed decides."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QPushButton,
    QTreeView,
    QWidget,
)
from window import part, press_letter

from tp_directory.ui.finding.hits_view import HitsView
from tp_directory.ui.hidden_page import HiddenPage
from tp_directory.ui.kept.kept_page import KeptPage
from tp_directory.ui.map.canvas import MapCanvas
from tp_directory.ui.screening.screening_page import ScreeningPage
from tp_directory.ui.training.presenter_view import PresenterView
from tp_directory.ui.training.training_page import TrainingPage
from tp_directory.ui.window import Window

_PLACES = ("Ottawa", "Kenora", "K1N", "Rimouski", "H2X 1Y4", "45.4,-75.7", "Nowhere", "", "")
_NOTES = ("Ask for the night desk.", "Demander l'équipe de nuit.", "555-0100", "«é»\n\n\t&<b>")
_SIZES = ((1400, 860), (1024, 640), (1900, 1000), (760, 560), (1280, 720))
_KEYS = "F1 F2 F4 F7 F8 F11 Ctrl+E Ctrl+C Ctrl+F Shift+Tab Esc".split()
_ANSWERS = "1 2 3 4 1 2 3 4 Tab Down Backspace Alt+Right Alt+Right Alt+Left F2".split()
_REMOTE = (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_B)
_ERASE = ("&Erase everything…", "Tout e&ffacer…")
_MOST_IN_A_DIALOG = 8
_REST_MS = 2000  # the window looks for garbage every second
_TOLD_LAST = 12
_KEY_PAUSES_MS = (0, 0, 5, 10, 30)
_ACT_PAUSES_MS = (0, 0, 0, 0, 0, 0, 20, 60, 200, 700)  # the window waits up to 500 ms for one
_Events = Iterator[None]


class RandomUser(QObject):
    """Does one thing after another: a key, a click or a turn of the wheel at a time.

    What it does next is chosen by the seed alone, and by what stands in its way: dialogs and
    menus are answered first, also those that wait inside of what opened them.
    """

    def __init__(self, window: Window, queries: Sequence[str], seed: int) -> None:
        super().__init__(window)
        self._window, self._queries = window, queries
        self._chance = random.Random(seed)
        self._doing: _Events = iter(())
        self._is_busy = self._is_stopped = False
        self._answered: QWidget | None = None
        self._pauses: tuple[int, ...] = _ACT_PAUSES_MS
        self._answers = 0
        self._at_rest: Callable[[], None] | None = None
        self.events = self.acts = 0
        self.done: deque[str] = deque(maxlen=_TOLD_LAST)  # all of them would look like a leak
        press = self._press
        self._come_back: Callable[[], _Events] = partial(press, ("Return",), ("a",), ("Tab",))
        self._acts: dict[str, tuple[int, Callable[[], _Events]]] = {  # how often, and what
            "type": (12, self._type),
            "delete": (6, self._delete),
            "walk": (6, self._walk),
            "name a place": (4, self._name_place),
            "press a filter": (5, self._press_filter),
            "find a filter": (3, self._find_filter),
            "sort": (3, self._sort),
            "use the map": (4, self._use_map),
            "click a hit": (6, self._click_hit),
            "scroll": (4, self._scroll),
            "keep": (4, partial(press, ("Ctrl+D",), ("Ctrl+D", "Ctrl+D", "Ctrl+Z"))),
            "write a note": (3, self._write_note),
            "compare": (3, partial(press, ("Ctrl+B", "Down", "Ctrl+B", "Ctrl+Shift+B", "Esc"))),
            "press a key": (3, partial(press, *((key,) for key in _KEYS))),
            "click a button": (6, self._click_button),
            "change settings": (2, self._change_settings),
            "look at updates": (1, self._look_at_updates),
            "look at what is kept": (2, self._look_at_kept),
            "erase": (1, self._erase),
            "go through a checklist": (2, partial(self._go_through, "Ctrl+2", ScreeningPage)),
            "train": (2, partial(self._go_through, "Ctrl+4", TrainingPage)),
            "switch language": (2, partial(press, ("Ctrl+Shift+L",))),
            "change the size of text": (2, partial(press, ("Ctrl+=", "Ctrl+="), ("Ctrl+0",))),
            "resize": (2, self._resize),
            "hide": (1, partial(press, ("Ctrl+H",), ("Esc", "Esc"))),
        }

    def stop(self) -> None:
        """Do nothing more."""
        self._is_stopped = True

    def rest(self, at_rest: Callable[[], None]) -> None:
        """Hide the window after the present act, wait a moment, and tell it before going on.

        It has the usual size then, and so have its words: larger ones take more memory.
        """
        self._at_rest = at_rest

    def step(self) -> None:
        """Do the next thing, and come back for another one after a moment."""
        if self._is_stopped:
            return
        # Another one is on its way first: what is done now may open a dialog that waits inside.
        QTimer.singleShot(self._chance.choice(self._pauses), self.step)
        self._pauses = _KEY_PAUSES_MS
        self.events += 1
        if ahead := _ahead():
            if ahead is not self._answered:  # QTest lets the event loop turn within each key
                before, self._answered = self._answered, ahead
                self._answer(ahead)
                self._answered = before
        elif not self._is_busy:
            self._answers = 0
            self._is_busy = True
            self._go_on()
            self._is_busy = False

    def _go_on(self) -> None:
        if QApplication.activeWindow() is not self._window:
            self._window.activateWindow()  # offscreen, it does not when what was ahead has closed
        if next(self._doing, self) is self:
            name, act = self._next_act()
            self.acts += 1
            self.done.append(name)
            self._doing = act()
            self._pauses = _ACT_PAUSES_MS

    def _next_act(self) -> tuple[str, Callable[[], _Events]]:
        if self._at_rest is not None:
            at_rest, self._at_rest = self._at_rest, None
            return "rest", partial(self._rest, at_rest)
        hidden = self._window.findChild(HiddenPage)
        if hidden is not None and hidden.isVisible():
            return "come back", self._come_back
        weights = [weight for weight, _act in self._acts.values()]
        (name,) = self._chance.choices(list(self._acts), weights)
        return name, self._acts[name][1]

    def _answer(self, ahead: QWidget) -> None:
        """Do something with a dialog or a menu; in the end leave it."""
        self._answers += 1
        buttons = [each for each in ahead.findChildren(QAbstractButton) if _can_be_pressed(each)]
        if self._answers > _MOST_IN_A_DIALOG or isinstance(ahead, QFileDialog):
            self._key("Esc")
        elif buttons and isinstance(ahead, QDialog) and self._chance.random() < 0.4:
            _click(self._chance.choice(buttons))
        elif isinstance(ahead, QDialog) and self._chance.random() < 0.5:
            for _letter in self._write(self._chance.choice(_NOTES)):
                pass
        else:
            self._key(self._chance.choice(("Down", "Tab", "Return", "Esc")))

    def _key(self, keys: str) -> None:
        """Press a key as the keyboard does, shortcuts included."""
        pressed = QKeySequence(keys)[0]  # type: ignore[index]  # missing in PySide's stubs
        ahead = _ahead() or self._window
        QTest.keyClick(ahead.windowHandle(), pressed.key(), pressed.keyboardModifiers())

    def _press(self, *choices: tuple[str, ...]) -> _Events:
        for keys in self._chance.choice(choices):
            self._key(keys)
            yield

    def _write(self, words: str) -> _Events:
        for letter in words:
            if focused := QApplication.focusWidget():
                press_letter(focused, letter)
            yield

    def _rest(self, at_rest: Callable[[], None]) -> _Events:
        self._key("Ctrl+0")
        self._window.resize(*_SIZES[0])
        yield
        self._window.hide_and_erase()
        yield
        self._pauses = (_REST_MS,)
        yield
        yield
        at_rest()

    def _type(self) -> _Events:
        self._key("Ctrl+K")
        yield from self._write(self._chance.choice(self._queries))

    def _delete(self) -> _Events:
        self._key("Ctrl+K")
        self._key("End")
        for _each in range(self._chance.randrange(1, 20)):
            self._key("Backspace")
            yield

    def _walk(self) -> _Events:
        for _each in range(self._chance.randrange(1, 15)):
            self._key(self._chance.choice(("Down", "Down", "Up", "PgDown", "PgUp", "F6", "Tab")))
            yield
        self._key(self._chance.choice(("Return", "Esc")))

    def _name_place(self) -> _Events:
        self._key("Ctrl+L")
        yield from self._write(self._chance.choice(_PLACES))
        self._key(self._chance.choice(("Down", "Delete")))
        yield
        self._key("Return")

    def _press_filter(self) -> _Events:
        choices = part(self._window, QTreeView, "choices_view")
        index = choices.indexAt(self._point_in(choices.viewport()))
        if choices.isVisible() and index.isValid():
            _click(choices.viewport(), choices.visualRect(index).center())
        yield

    def _find_filter(self) -> _Events:
        self._key("Ctrl+F")
        yield from self._write(self._chance.choice(("shel", "fran", "ontario", "zzz")))
        yield from self._press_filter()
        self._key("Ctrl+F")
        self._key("Delete")

    def _sort(self) -> _Events:
        box = part(self._window, QComboBox, "order_box")
        if box.isVisible():
            QTest.keyClick(box, self._chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))
        yield

    def _use_map(self) -> _Events:
        self._key("F3")
        canvas = self._window.findChild(MapCanvas)
        for _each in range(self._chance.randrange(1, 25)):
            yield
            if canvas is None or not canvas.isVisible():
                return
            match self._chance.randrange(4):
                case 0:
                    _turn_wheel(canvas, self._point_in(canvas), self._chance.choice((-120, 120)))
                case 1:
                    self._drag(canvas)
                case _:
                    keys = ("Left", "Up", "Down", "+", "+", "-", "0", "PgDown", "PgUp", "Return")
                    self._key(self._chance.choice(keys))
        self._key("F3")

    def _drag(self, canvas: QWidget) -> None:
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=self._point_in(canvas))
        for _each in range(3):
            QTest.mouseMove(canvas, self._point_in(canvas))
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=self._point_in(canvas))

    def _click_hit(self) -> _Events:
        view = self._window.findChild(HitsView)
        if view is not None and view.isVisible():
            _click(view.viewport(), self._point_in(view.viewport()))
        yield

    def _scroll(self) -> _Events:
        views = (QAbstractItemView, "hits_view"), (QTreeView, "choices_view")
        view = part(self._window, *self._chance.choice(views))
        for _each in range(self._chance.randrange(1, 30)):
            if view.isVisible():
                turn = self._chance.choice((-120, -120, -480, 120))
                _turn_wheel(view.viewport(), self._point_in(view.viewport()), turn)
            yield

    def _write_note(self) -> _Events:
        self._key("Ctrl+N")
        yield from self._write(self._chance.choice(_NOTES))

    def _click_button(self) -> _Events:
        buttons = self._window.findChildren(QAbstractButton)
        shown = [button for button in buttons if _can_be_pressed(button)]
        if shown:
            _click(self._chance.choice(shown))
        yield

    def _look_at_updates(self) -> _Events:
        self._key(self._chance.choice(("Ctrl+5", "F5")))
        for _each in range(self._chance.randrange(1, 8)):
            yield from self._click_button()
        self._key("Ctrl+1")

    def _change_settings(self) -> _Events:
        self._key("Ctrl+6")
        for _each in range(self._chance.randrange(1, 12)):
            self._key(self._chance.choice(("Tab", "Down", "Up", "Space")))
            yield
        self._key("Ctrl+1")

    def _look_at_kept(self) -> _Events:
        self._key("Ctrl+3")
        for _each in range(self._chance.randrange(1, 8)):
            yield from self._click_button()
        self._key("Ctrl+1")

    def _go_through(self, keys: str, kind: type[QWidget]) -> _Events:
        """Begin a checklist or a case, answer, look at what it comes to, and leave it."""
        self._key(keys)
        for _each in range(self._chance.randrange(5, 60)):
            page = self._window.findChild(kind)
            buttons = page.findChildren(QAbstractButton) if page and page.isVisible() else []
            shown = [button for button in buttons if _can_be_pressed(button)]
            if shown and self._chance.random() < 0.5:
                _click(self._chance.choice(shown))
            else:
                self._key(self._chance.choice(_ANSWERS))
            yield
            for projected in self._window.findChildren(PresenterView):
                if projected.isVisible():
                    QTest.keyClick(projected, self._chance.choice(_REMOTE))
        for projected in self._window.findChildren(PresenterView):
            projected.close()
        self._key("Ctrl+1")

    def _erase(self) -> _Events:
        self._key("Ctrl+3")
        yield
        page = self._window.findChild(KeptPage)
        for button in page.findChildren(QPushButton) if page else ():
            if button.text() in _ERASE:
                button.click()
        yield
        self._key("Ctrl+1")

    def _resize(self) -> _Events:
        self._window.resize(*self._chance.choice(_SIZES))
        yield

    def _point_in(self, widget: QWidget) -> QPoint:
        across, down = max(1, widget.width()), max(1, widget.height())
        return QPoint(self._chance.randrange(across), self._chance.randrange(down))


def _ahead() -> QWidget | None:
    """The menu or dialog that has to be answered before the window."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


def _can_be_pressed(button: QAbstractButton) -> bool:
    return button.isVisible() and button.isEnabled()


def _click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def _turn_wheel(widget: QWidget, at: QPoint, angle: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
