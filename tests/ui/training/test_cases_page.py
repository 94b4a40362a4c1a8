"""The list of cases: those of the program, and those of an organization."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.test_window import lay_out
from tests.ui.training.conftest import (
    EXAMPLE,
    HIGHWAY,
    add,
    buttons,
    click,
    shipped,
    words,
)
from tp_directory.core.bilingual import Text
from tp_directory.screening.cases.scenarios import Scenario, read_scenarios
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.yaml_file import YamlRefused
from tp_directory.ui.training.training_page import TrainingPage


def test_every_case_names_its_checklist_and_that_it_is_fictional(
    page: TrainingPage, scenarios: Mapping[str, Scenario], protocols: Mapping[str, Protocol]
) -> None:
    said = words(page)

    for scenario in scenarios.values():
        place = said.index(scenario.title.en)
        assert said[place + 1] == protocols[scenario.protocol].about.title.en
        assert said[place + 2].startswith("Fictional")


def test_cases_that_were_added_stand_under_the_name_of_their_file_and_can_be_removed(
    qtbot: QtBot, page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    file = add(page, replace(scenarios["s1_traffic_stop"], title=EXAMPLE))
    with qtbot.waitSignal(page.remove_wanted) as removed:
        click(page, "Remove, ours.yaml")

    assert {"Added: ours.yaml", EXAMPLE.en} <= set(words(page))
    assert removed.args == [file]


def test_a_case_says_what_its_checklist_gives_otherwise(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    given = scenarios["s1_traffic_stop"]
    add(page, replace(given, first=replace(given.first, expected_band="few")))

    assert "Band: expected few; given many." in words(page)


def test_a_case_without_its_checklist_cannot_be_opened(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    add(page, replace(scenarios["s1_traffic_stop"], title=EXAMPLE, protocol="elsewhere"))

    assert "Its checklist, “elsewhere”, is not on this computer." in words(page)
    assert not buttons(page, "Open, Example case")


def test_a_broken_file_says_where_it_is_broken(page: TrainingPage, tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text("scenarios:\n  - title: {en: One}\n", encoding="utf-8")
    with pytest.raises(YamlRefused) as refusal:
        read_scenarios(file)
    add(page, refusal=refusal.value)

    assert [each for each in words(page) if "ours.yaml:2 scenarios[0]" in each]
    assert buttons(page, "Remove, ours.yaml")


def test_a_file_that_was_not_taken_in_says_why_until_the_cases_are_shown_again(
    qtbot: QtBot, page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    with qtbot.waitSignal(page.add_wanted):
        click(page, "Add cases…")
    page.refuse_cases(Text("No room is left.", "Il ne reste plus de place."))
    lay_out()

    assert {"No room is left.", HIGHWAY} <= set(words(page))
    page.show_case_files((shipped(scenarios),))
    lay_out()
    assert "No room is left." not in words(page)
