"""The pane of one service, filled with fictional services."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.opening import hit_of
from tp_directory.core.place import Province
from tp_directory.core.query import Hit
from tp_directory.core.service import Phone, PhoneKind, Service, Source, Verification
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.actions import Actions
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.service.service_pane import ServicePane
from tp_directory.ui.service.shown import Shown

Show = Callable[..., ServicePane]

OFFICE = Phone("+1-807-555-0100", PhoneKind.VOICE, Text("Office", "Bureau"))
FAX = Phone("+1-807-555-0101", PhoneKind.FAX, Text("Fax", "Télécopieur"))


def example(**facts: object) -> Service:
    """A fictional service with these facts; whatever is not given is not stated."""
    stated: dict[str, object] = {
        "id": "00000000-0000-5000-8000-000000000001",
        "name": Text("Example House", "Maison Exemple"),
        "description": Text("A bed for the night.", "Un lit pour la nuit."),
        "organization": Text("Example Society", "Société Exemple"),
        "needs": ("shelter_emergency",),
        "coverage": Coverage(Scope.PROVINCE, (Province.ON,)),
        "serves": Text("Ontario", "Ontario"),
        "sources": (Source("https://example.org/house", date(2026, 11, 23), "2026-10"),),
        "verification": Verification.READ_TWICE,
        "timezone": "America/Toronto",
    }
    return Service(**{**stated, **facts})  # type: ignore[arg-type]  # facts are named by the tests


def shown(
    service: Service | Hit,
    now: datetime = NOW,
    language: Language = Language.EN,
    **state: object,
) -> Shown:
    """What the pane is told of a service; `state` are further fields of Shown."""
    hit = hit_of(service, now) if isinstance(service, Service) else service
    return Shown(hit, now, language, **state)  # type: ignore[arg-type]  # named by the tests


def labels(widget: QWidget) -> list[str]:
    """All words, in reading order."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def toned(pane: QWidget, words: str) -> str:
    """The tone in which words are said."""
    label = next(each for each in pane.findChildren(QLabel) if each.text() == words)
    return str(label.property("tone"))


def button(widget: QWidget, name: str) -> QPushButton:
    """The button with this accessible name, or these words."""
    for each in widget.findChildren(QPushButton):
        if name in (each.accessibleName(), each.text()):
            return each
    raise AssertionError(f"no button “{name}”")


@pytest.fixture
def show(
    qtbot: QtBot, taxonomy: Taxonomy, actions: Actions, appearance: Appearance
) -> Iterator[Show]:
    """Shows a service in a pane of its own; takes what `shown` takes."""
    panes: list[ServicePane] = []  # qtbot keeps no widget alive

    def show(*facts: object, **state: object) -> ServicePane:
        def no_map(_service: Service, parent: QWidget) -> QWidget:
            return QWidget(parent)

        pane = ServicePane(taxonomy, actions, no_map, appearance.tokens)
        qtbot.addWidget(pane)
        panes.append(pane)
        pane.show_service(shown(*facts, **state))  # type: ignore[arg-type]  # as `shown` takes them
        pane.resize(600, 700)
        with qtbot.waitActive(pane):
            pane.show()
            pane.activateWindow()
        return pane

    yield show
