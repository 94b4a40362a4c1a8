"""The filters as a tree: what may be chosen, what is, and what each choice would leave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester

from tests.conftest import NOW
from tp_directory.core.bilingual import Language
from tp_directory.core.choices import Choice, Facet, with_choice
from tp_directory.core.query import Facets, Query
from tp_directory.directory import Directory
from tp_directory.ui.finding.choices_model import COUNT_ROLE, HEADING_ROLE, ChoicesModel
from tp_directory.ui.finding.choices_tree import choices_tree

Role = Qt.ItemDataRole
SHELTER = Choice(Facet.NEED, "shelter_emergency")


def show_tree(model: ChoicesModel, directory: Directory, language: Language) -> None:
    tree = choices_tree(directory.taxonomy, directory.gazetteer, directory.edition, language)
    model.show_tree(tree)


@pytest.fixture
def model(qapp: QObject, directory: Directory) -> ChoicesModel:
    """All filters in English, and the counts of everything."""
    model = ChoicesModel(QObject(qapp))
    show_tree(model, directory, Language.EN)
    model.show_state(Query(), directory.search(Query()).facets)
    return model


def rows(model: ChoicesModel, parent: QModelIndex | None = None) -> list[QModelIndex]:
    """All rows below one, in the order in which they are read."""
    above = parent or QModelIndex()
    found = []
    for place in range(model.rowCount(above)):
        index = model.index(place, 0, above)
        found += [index, *rows(model, index)]
    return found


def row(model: ChoicesModel, label: str) -> QModelIndex:
    return next(index for index in rows(model) if index.data() == label)


def test_it_is_a_sound_model(model: ChoicesModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types


@pytest.mark.parametrize(
    ("language", "sections"),
    [
        (
            Language.EN,
            ["When", "Need", "Who", "How", "Language of service", "Province served"],
        ),
        (
            Language.FR,
            ["Quand", "Besoin", "Pour qui", "Comment", "Langue de service", "Province desservie"],
        ),
    ],
)
def test_it_has_a_section_for_each_kind_of_filter(
    qapp: QObject, directory: Directory, language: Language, sections: list[str]
) -> None:
    model = ChoicesModel(QObject(qapp))
    show_tree(model, directory, language)

    assert [model.index(place, 0).data() for place in range(model.rowCount())] == sections


def test_every_need_and_every_group_of_people_can_be_chosen(
    model: ChoicesModel, directory: Directory
) -> None:
    offered = {str(index.data()) for index in rows(model) if not index.data(HEADING_ROLE)}
    taxonomy = directory.taxonomy
    terms = (*taxonomy.needs.terms, *taxonomy.populations.terms)

    assert {term.label.en for term in terms} <= offered


def test_a_choice_has_a_box_and_a_heading_has_none(model: ChoicesModel) -> None:
    choice, heading = row(model, "Emergency shelter"), row(model, "Urgent: safety now")

    assert model.flags(choice) & Qt.ItemFlag.ItemIsUserCheckable
    assert choice.data(Role.CheckStateRole) == Qt.CheckState.Unchecked
    assert not model.flags(heading) & Qt.ItemFlag.ItemIsUserCheckable
    assert heading.data(Role.CheckStateRole) is None


def test_a_choice_says_what_it_would_leave(model: ChoicesModel, directory: Directory) -> None:
    found = directory.search(with_choice(Query(), SHELTER)).total
    index = row(model, "Emergency shelter")

    assert index.data(COUNT_ROLE) == found
    assert index.data(Role.AccessibleTextRole) == f"Emergency shelter, {found} services"


def test_a_choice_that_would_leave_nothing_shows_its_zero_first(
    model: ChoicesModel, directory: Directory
) -> None:
    query = Query("need:interpretation", near="Kenora")
    model.show_state(query, directory.search(query).facets)
    empty = [
        index
        for index in rows(model)
        if index.data(COUNT_ROLE) == 0 and index.parent().parent().data() == "Need"
    ]

    assert empty
    assert not any(model.is_chosen(index) for index in empty)


@pytest.mark.parametrize(
    ("query", "counted", "uncounted"),
    [
        (Query(), "Open now", "Open at a chosen time"),
        (Query(open_at=NOW.replace(hour=8)), "Open at a chosen time", "Open now"),
    ],
    ids=["now", "at night"],
)
def test_what_is_open_is_counted_only_for_the_moment_that_is_asked_for(
    model: ChoicesModel, directory: Directory, query: Query, counted: str, uncounted: str
) -> None:
    facets = directory.search(query).facets
    model.show_state(query, facets)

    assert row(model, counted).data(COUNT_ROLE) == facets.open_now
    assert row(model, uncounted).data(COUNT_ROLE) is None
    assert row(model, uncounted).data(Role.AccessibleTextRole) == uncounted


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_press_asks_for_the_opposite_and_changes_nothing_itself(
    model: ChoicesModel, is_wanted: bool
) -> None:
    query = Query() if is_wanted else with_choice(Query(), SHELTER)
    model.show_state(query, Facets())
    index = row(model, "Emergency shelter")
    before = index.data(Role.CheckStateRole)
    toggled = QSignalSpy(model.toggled)
    assert model.setData(index, Qt.CheckState.Checked, Role.CheckStateRole)

    assert toggled.count() == 1
    assert toggled.at(0) == [SHELTER, is_wanted]
    assert index.data(Role.CheckStateRole) == before


def test_a_heading_cannot_be_chosen(model: ChoicesModel) -> None:
    toggled = QSignalSpy(model.toggled)

    assert not model.setData(row(model, "Need"), Qt.CheckState.Checked, Role.CheckStateRole)
    assert not model.setData(row(model, "Emergency shelter"), "words", Role.EditRole)
    assert toggled.count() == 0


def test_a_time_that_is_chosen_checks_its_row(model: ChoicesModel) -> None:
    model.show_state(Query(open_at=NOW), Facets())

    assert model.is_chosen(row(model, "Open at a chosen time"))


def test_the_same_state_again_draws_nothing(model: ChoicesModel, directory: Directory) -> None:
    changed = QSignalSpy(model.dataChanged)
    model.show_state(Query(), directory.search(Query()).facets)
    assert changed.count() == 0
    model.show_state(replace(Query(), open_now=True), Facets())

    assert changed.count() > 0


def test_another_language_names_the_same_rows(model: ChoicesModel, directory: Directory) -> None:
    count = len(rows(model))
    held = QPersistentModelIndex(row(model, "Emergency shelter"))
    show_tree(model, directory, Language.FR)

    assert held.data() == "Hébergement d'urgence"
    assert len(rows(model)) == count
    assert row(model, "Besoin").row() == 1
