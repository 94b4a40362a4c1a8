"""The other language in the whole window: nothing that is seen or heard stays in the one before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QWidget

from tests.ui.conftest import MakeWindow
from tests.ui.test_window import PAGES, open_page, press
from tp_directory.core.bilingual import Language
from tp_directory.ui.status_line import StatusLine
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SAYING = (
    "windowTitle",
    "text",
    "placeholderText",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
)


def said(window: Window) -> Counter[str]:
    """All words of what can be seen, those that are only heard or pointed at among them."""
    shown = (each for each in window.findChildren(QWidget) if each.isVisible())
    return Counter(words for widget in (window, *shown) for words in _said_by(widget) if words)


def _said_by(widget: QWidget) -> Iterator[str]:
    yield from (str(widget.property(name) or "") for name in SAYING)
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))


@PAGES
def test_a_page_says_what_it_says_when_it_is_opened_in_the_language(
    make_window: MakeWindow, page: str
) -> None:
    switched = make_window(Language.EN)
    open_page(switched, page)
    press(switched, "Ctrl+Shift+L")
    after = said(switched)
    switched.close()
    opened = make_window(Language.FR)
    open_page(opened, page)
    status = opened.findChild(StatusLine)
    assert status is not None
    status.clear_confirmation()  # as a switch does

    assert after == said(opened)
