"""A case on the whole screen: keys of slide programs, both languages, nothing kept."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.conftest import NOW
from tests.ui.test_window import cut_words, lay_out
from tests.ui.training.conftest import MakePage, buttons, click, open_case, words
from tp_directory.core.bilingual import Language
from tp_directory.screening.cases.scenarios import Scenario
from tp_directory.screening.cases.slides import slides_of
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.vocabulary import Manner, Vocabulary
from tp_directory.ui.screening.training_band import TrainingBand
from tp_directory.ui.tokens import DARK
from tp_directory.ui.training.presenter_view import PresenterView
from tp_directory.ui.training.training_page import TrainingPage

KEY = Qt.Key
SHELTER = "s4_shelter_partner"


@pytest.fixture
def presenter(page: TrainingPage, scenarios: Mapping[str, Scenario]) -> PresenterView:
    return presented(page, scenarios[SHELTER].title.en)


def presented(page: TrainingPage, title: str) -> PresenterView:
    open_case(page, title)
    page.present()
    lay_out()
    view = page.findChild(PresenterView)
    assert isinstance(view, PresenterView)
    return view


def press(view: PresenterView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)
    lay_out()


def drawings(view: PresenterView) -> list[QImage]:
    labels = [each for each in view.findChildren(QLabel) if each.isVisible()]
    return [each.pixmap().toImage() for each in labels if not each.pixmap().isNull()]


def progress(view: PresenterView) -> str:
    return words(view)[-1]


def test_it_begins_with_the_case_in_both_languages(
    presenter: PresenterView, scenarios: Mapping[str, Scenario]
) -> None:
    scenario = scenarios[SHELTER]

    assert presenter.isFullScreen()
    assert {scenario.vignette.en, scenario.vignette.fr} <= set(words(presenter))


def test_nothing_is_projected_without_the_band_of_training(presenter: PresenterView) -> None:
    band = presenter.findChild(TrainingBand)
    assert isinstance(band, TrainingBand)

    assert band.isVisible()


@pytest.mark.parametrize(
    "key", [KEY.Key_PageDown, KEY.Key_Right, KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter]
)
def test_a_question_comes_first_and_its_answer_on_the_next_key(
    presenter: PresenterView, protocols: Mapping[str, Protocol], key: Qt.Key
) -> None:
    danger = protocols["shelter_adult"].danger
    assert danger is not None

    press(presenter, key)
    assert {danger.label.en, danger.label.fr} <= set(words(presenter))
    assert "Non" not in words(presenter)
    press(presenter, key)
    assert {"No", "Non"} <= set(words(presenter))


@pytest.mark.parametrize("key", [KEY.Key_PageUp, KEY.Key_Left, KEY.Key_Backspace])
def test_going_back_shows_the_slide_before_with_its_answer(
    presenter: PresenterView, key: Qt.Key
) -> None:
    press(presenter, *[KEY.Key_PageDown] * 3)
    before = progress(presenter)
    press(presenter, key)

    assert (before.split(" / ")[0], progress(presenter).split(" / ")[0]) == ("3", "2")
    assert {"No", "Non"} <= set(words(presenter))


def test_it_ends_with_what_to_remember_and_stays_there(
    presenter: PresenterView, scenarios: Mapping[str, Scenario], protocols: Mapping[str, Protocol]
) -> None:
    scenario = scenarios[SHELTER]
    count = len(slides_of(scenario, protocols[scenario.protocol], lambda: NOW))
    press(presenter, *[KEY.Key_PageDown] * (2 * count + 3))

    assert {scenario.teaching.en, scenario.teaching.fr} <= set(words(presenter))
    assert progress(presenter) == f"{count} / {count}"


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_Period])
def test_the_screen_can_be_blank_for_a_while(presenter: PresenterView, key: Qt.Key) -> None:
    before = words(presenter)
    press(presenter, key)
    assert words(presenter) == []
    assert presenter.grab().toImage().pixelColor(50, 50).name() == "#000000"
    press(presenter, KEY.Key_PageDown)

    assert words(presenter) == before


def test_escape_leaves_and_forgets(presenter: PresenterView, page: TrainingPage) -> None:
    press(presenter, KEY.Key_Escape)

    assert not presenter.isVisible()
    assert [each.text() for each in presenter.findChildren(QLabel) if "Maya" in each.text()] == []
    assert buttons(page, "The trainee answers")


def test_closing_its_window_leaves(presenter: PresenterView) -> None:
    presenter.close()

    assert not presenter.isVisible()


def test_a_mouse_goes_on_and_leaves(presenter: PresenterView) -> None:
    QTest.mouseClick(presenter, Qt.MouseButton.LeftButton)
    assert progress(presenter).startswith("2 / ")
    click(presenter, "Leave (Esc)")

    assert not presenter.isVisible()


def test_forgetting_all_takes_it_from_the_screen(
    presenter: PresenterView, page: TrainingPage
) -> None:
    page.forget()

    assert not presenter.isVisible()
    assert buttons(page, "Add cases…")


def test_how_to_find_out_is_drawn_and_said_in_both_languages(
    presenter: PresenterView, vocabulary: Vocabulary
) -> None:
    press(presenter, *[KEY.Key_PageDown] * 5)
    record = vocabulary.manners[Manner.RECORD]

    assert f"{record.en} · {record.fr}" in words(presenter)
    assert len(drawings(presenter)) == 1


def test_drawings_follow_the_colours(presenter: PresenterView, page: TrainingPage) -> None:
    press(presenter, *[KEY.Key_PageDown] * 5)
    (light,) = drawings(presenter)
    page.set_tokens(DARK)
    (dark,) = drawings(presenter)

    assert light != dark


@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)], ids=["small", "large"])
@pytest.mark.parametrize("language", list(Language))
def test_no_words_of_any_slide_are_cut(
    make_page: MakePage,
    scenarios: Mapping[str, Scenario],
    size: tuple[int, int],
    scale: float,
    language: Language,
) -> None:
    view = presented(make_page(language, scale), scenarios[SHELTER].title.best(language))
    view.showNormal()
    view.resize(*size)
    lay_out()
    cut: list[str] = []
    last = ""
    while progress(view) != last:
        last = progress(view)
        press(view, KEY.Key_PageDown, KEY.Key_PageDown)
        cut += cut_words(view)

    assert (view.width(), view.height()) == size
    assert cut == []
