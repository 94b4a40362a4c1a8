"""The verb `protocol test`: runs fictional cases on a checklist."""
# No `from __future__ import annotations`: see search.py.

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from tp_directory.cli import as_json
from tp_directory.cli.bad_use import BadUse
from tp_directory.cli.opening import now
from tp_directory.cli.verb import FORMAT_HELP, Format, verb_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.paths import user_folders
from tp_directory.policy import read_policy

if TYPE_CHECKING:
    from tp_directory.screening.cases.scenarios import Given, Scenario, Verdict

_TEST = Text(
    """Run scenarios on a checklist: each gives what it must, or what it gives instead is told.

    Of the file of scenarios, those for this checklist (by its id) are run. Exit code: 0 when all
    give what they must, 1 when one does not, 2 when there is none, 3 when a file cannot be used.

    \b
    Examples:
      tp-directory protocol test my_check.xlsx --scenarios my_cases.yaml
      tp-directory protocol test my_check.xlsx --scenarios my_cases.yaml --format json
    """,
    """Faire passer des scénarios dans une liste : chacun donne ce qu'il doit, ou l'écart est dit.

    Du fichier de scénarios, ceux de cette liste (selon son identifiant) sont exécutés. Code de
    retour : 0 si tous donnent ce qu'ils doivent, 1 sinon, 2 s'il n'y en a pas, 3 si un fichier est
    inutilisable.

    \b
    Exemples :
      tp-directory protocol test ma_liste.xlsx --scenarios mes_cas.yaml
      tp-directory protocol test ma_liste.xlsx --scenarios mes_cas.yaml --format json
    """,
)
_TEST_SHORT = Text("Run scenarios on a checklist.", "Faire passer des scénarios dans une liste.")
_FILE = Text("The workbook (.xlsx).", "Le classeur (.xlsx).")
_FILE_METAVAR = Text("FILE", "FICHIER")
_SCENARIOS = Text("The file of scenarios (.yaml).", "Fichier des scénarios (.yaml).")
_PASSES, _FAILS = Text("passes", "réussit"), Text("FAILS", "ÉCHOUE")
_FIRST, _FOLLOWUP = Text("first visit", "première visite"), Text("follow-up", "suivi")


def add_test(verbs: typer.Typer, language: Language) -> None:
    """Declare `test`, with its help in a language."""

    @verbs.command(
        "test",
        cls=verb_class(language),
        help=_TEST.best(language),
        short_help=_TEST_SHORT.best(language),
    )
    def test(
        file: Annotated[
            Path, Argument(metavar=_FILE_METAVAR.best(language), help=_FILE.best(language))
        ],
        scenarios: Annotated[
            Path,
            Option(
                "--scenarios",
                help=_SCENARIOS.best(language),
                metavar=_FILE_METAVAR.best(language),
            ),
        ],
        format_: Annotated[
            Format, Option("--format", help=FORMAT_HELP.best(language))
        ] = Format.TABLE,
    ) -> int:
        # Start-up: pyxform takes 0.3 s that other verbs save.
        from tp_directory.screening.cases.scenarios import read_scenarios, run_scenario  # noqa: PLC0415
        from tp_directory.screening.xlsform.compile import read_protocol  # noqa: PLC0415

        policy = read_policy(user_folders().policies).screening
        form = read_protocol(file, allow_text=policy.free_text)
        chosen = [each for each in read_scenarios(scenarios) if each.protocol == form.form_id]
        if not chosen:
            raise _none_for(form.form_id, scenarios)
        verdicts = [(each, run_scenario(form, each, now)) for each in chosen]
        if format_ is Format.JSON:
            shapes = [_shape(scenario, verdict, language) for scenario, verdict in verdicts]
            print(as_json.printed({"protocol": form.form_id, "scenarios": shapes}))
        else:
            for scenario, verdict in verdicts:
                _print_verdict(scenario, verdict, language)
        return 0 if all(verdict.passes for _, verdict in verdicts) else 1


def _none_for(protocol: str, file: Path) -> BadUse:
    return BadUse(
        Text(
            f"{file} has no scenario for “{protocol}”.",
            f"{file} n'a pas de scénario pour « {protocol} ».",
        )
    )


def _print_verdict(scenario: "Scenario", verdict: "Verdict", language: Language) -> None:
    word = (_PASSES if verdict.passes else _FAILS).best(language)
    print(f"{word}  {scenario.id}  {scenario.title.best(language)}")
    visits = ((_FIRST, verdict.first), (_FOLLOWUP, verdict.followup))
    for visit, given in visits:
        for difference in given.differences if given else ():
            print(f"    {visit.best(language)} — {difference.best(language)}")


def _shape(scenario: "Scenario", verdict: "Verdict", language: Language) -> as_json.Shape:
    return {
        "id": scenario.id,
        "title": scenario.title.best(language),
        "passes": verdict.passes,
        "first": _given_shape(verdict.first, language),
        "followup": _given_shape(verdict.followup, language) if verdict.followup else None,
    }


def _given_shape(given: "Given", language: Language) -> as_json.Shape:
    return {
        "band": given.band,
        "needs": list(given.needs),
        "present": list(given.present),
        "differences": [each.best(language) for each in given.differences],
    }
