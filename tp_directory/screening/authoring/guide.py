"""How an author writes a protocol and what of XLSForm it may use, told from the program's tables.

data/protocols/XLSFORM.md and XLSFORM.fr.md are this text; packaging/xlsform_guide.py writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.form import Kind
from tp_directory.screening.xlsform.subset import (
    KNOWN,
    REFUSED_COLUMNS,
    REFUSED_SHEETS,
    REFUSED_TYPES,
    TYPES,
)
from tp_directory.screening.xpath.build import SPECIAL
from tp_directory.screening.xpath.functions import FUNCTIONS, Function

_HOW = Text(
    """# Writing a protocol

A protocol is an XLSForm workbook (.xlsx). It also runs in KoboToolbox and ODK Collect.

    tp-directory protocol new my_check.xlsx      # a small checklist that already runs
    tp-directory protocol build my_check.xlsx    # writes the formulas that list questions anew
    tp-directory protocol check my_check.xlsx    # every problem, with sheet, row and column
    tp-directory protocol test my_check.xlsx --scenarios my_cases.yaml

Then try it: add it in the window, on the page of screening. There it is shown as not reviewed until
an administrator lists its hash.

A change of words needs nothing more. After a row was added, moved or removed, or a cell of the
columns below was changed: `build`, then `check`.

Columns of the survey that a new workbook has beside those of XLSForm:

- `kind`: `observe`, `ask` or `record`, how the worker finds out
- `dimension`, `strength`: what a “yes” counts for
- `needs`, `populations`: codes of the directory, separated by spaces; of a note `band_…`, what goes
  with the band; of a question, what its “yes” adds
- `generated`: `yes` on rows that `build` writes; clear it to write such a row by hand

`build` writes, in this order: for each dimension `n_DIMENSION_STRENGTH` (how many were noted) and
`p_DIMENSION` (1 when it is present, by the rule of `common.yaml`); `present` (how many dimensions
are), `t_STRENGTH` (noted in all), `answered` (with yes or no) and `of` (shown); `needs_of_band`,
`result_needs`, `populations_of_band`, `result_populations`. The row `band` is yours: it combines
them. All else in the workbook is left as it is; only heights of rows do not move with rows that are
added. Merged cells, and formulas of the spreadsheet program, are refused. What the other rows are
for is told in README.md, beside the protocols of the program.

`check` looks for answers that show each question and give each band. Where few answers decide, it
tries all; otherwise it searches, and says in how many tries it found none.

A file of scenarios has the shape of `scenarios.yaml`: answers, the band that must come of them,
needs that must be among those given, and the dimensions that must be present.
""",
    """# Écrire un protocole

Un protocole est un classeur XLSForm (.xlsx). Il fonctionne aussi dans KoboToolbox et ODK Collect.

    tp-directory protocol new ma_liste.xlsx      # une petite liste qui fonctionne déjà
    tp-directory protocol build ma_liste.xlsx    # refait les formules qui énumèrent des questions
    tp-directory protocol check ma_liste.xlsx    # chaque problème : feuille, rangée, colonne
    tp-directory protocol test ma_liste.xlsx --scenarios mes_cas.yaml

Essayez-le ensuite : ajoutez-le dans la fenêtre, à la page de dépistage. Il y est présenté comme non
révisé tant qu'un administrateur n'a pas inscrit son empreinte.

Un changement de mots ne demande rien de plus. Après l'ajout, le déplacement ou le retrait d'une
rangée, ou un changement dans les colonnes ci-dessous : `build`, puis `check`.

Colonnes de la feuille survey qu'un nouveau classeur ajoute à celles de XLSForm :

- `kind` : `observe`, `ask` ou `record`, la façon de l'apprendre
- `dimension`, `strength` : ce que vaut un « oui »
- `needs`, `populations` : codes du répertoire, séparés par des espaces; d'une note `band_…`, ce qui
  va avec le niveau; d'une question, ce que son « oui » ajoute
- `generated` : `yes` aux rangées qu'écrit `build`; videz la cellule pour écrire la rangée à la main

`build` écrit, dans cet ordre : pour chaque dimension, `n_DIMENSION_STRENGTH` (combien ont été
notés) et `p_DIMENSION` (1 si elle est présente, selon la règle de `common.yaml`); `present`
(combien de dimensions le sont), `t_STRENGTH` (notés en tout), `answered` (par oui ou non) et `of`
(montrées);
`needs_of_band`, `result_needs`, `populations_of_band`, `result_populations`. La rangée `band` est à
vous : elle les combine. Tout le reste du classeur est laissé tel quel; seules les hauteurs de
rangées ne suivent pas les rangées ajoutées. Les cellules fusionnées et les formules du tableur sont
refusées. Le rôle des autres rangées est décrit dans README.md, à côté des protocoles du programme.

`check` cherche des réponses qui montrent chaque question et donnent chaque niveau. Là où peu de
réponses décident, il les essaie toutes; sinon il cherche, et dit en combien d'essais il n'a rien
trouvé.

Un fichier de scénarios a la forme de `scenarios.yaml` : des réponses, le niveau qui doit en
résulter, des besoins qui doivent être parmi ceux donnés, et les dimensions qui doivent être
présentes.
""",
)
_KINDS = {
    Kind.SELECT_ONE: Text("one choice of a list", "un choix d'une liste"),
    Kind.SELECT_MULTIPLE: Text("any choices of a list", "des choix d'une liste"),
    Kind.INTEGER: Text("a whole number", "un nombre entier"),
    Kind.DECIMAL: Text("a number", "un nombre"),
    Kind.DATE: Text("a date", "une date"),
    Kind.TEXT: Text(
        "free text: only where a policy allows it",
        "texte libre : seulement si une politique le permet",
    ),
    Kind.NOTE: Text("words only", "texte seulement"),
    Kind.ACKNOWLEDGE: Text("a box to tick", "une case à cocher"),
    Kind.CALCULATE: Text("a value that is computed", "une valeur calculée"),
    Kind.GROUP: Text("the beginning of a group", "le début d'un groupe"),
}
_TYPES = Text("What may be used", "Ce qui est admis")
_TYPE = Text("type", "type")
_MEANING = Text("is", "est")
_COLUMNS = Text("Columns of the survey:", "Colonnes de la feuille survey :")
_FUNCTIONS = Text("Functions", "Fonctions")
_ARGUMENTS = Text(
    "With how many arguments; all do as in the specification of ODK XForms: "
    "https://getodk.github.io/xforms-spec/",
    "Avec le nombre d'arguments; toutes font comme dans la spécification ODK XForms : "
    "https://getodk.github.io/xforms-spec/",
)
_REFUSED = Text("What is refused, and why", "Ce qui est refusé, et pourquoi")
_REFUSED_KINDS = (
    (Text("types", "types"), REFUSED_TYPES),
    (Text("columns", "colonnes"), REFUSED_COLUMNS),
    (Text("sheets", "feuilles"), REFUSED_SHEETS),
)


def guide(language: Language) -> str:
    """Return the guide in a language, as Markdown."""
    return "\n".join(
        (
            _HOW.best(language),
            f"## {_TYPES.best(language)}\n",
            f"| {_TYPE.best(language)} | {_MEANING.best(language)} |",
            "| --- | --- |",
            *(f"| {_listed(_written(kind))} | {_KINDS[kind].best(language)} |" for kind in _KINDS),
            f"\n{_COLUMNS.best(language)} {_listed(sorted(KNOWN))}.\n",
            f"## {_FUNCTIONS.best(language)}\n",
            f"{_ARGUMENTS.best(language)}\n",
            f"{_listed([*SPECIAL, *map(_with_arguments, FUNCTIONS.values())])}.\n",
            f"## {_REFUSED.best(language)}\n",
            *_refusals(language),
            "",
        )
    )


def _written(kind: Kind) -> Iterable[str]:
    return (written for written, each in TYPES.items() if each is kind)


def _refusals(language: Language) -> Iterable[str]:
    for what, table in _REFUSED_KINDS:
        for reason, names in _by_reason(table).items():
            yield (f"- {what.best(language)} {_listed(names)} — {reason.best(language)}")


def _by_reason(table: Mapping[str, Text]) -> dict[Text, list[str]]:
    reasons: dict[Text, list[str]] = {}
    for name, reason in table.items():
        reasons.setdefault(reason, []).append(name)
    return reasons


def _with_arguments(function: Function) -> str:
    if function.most == function.least:
        return f"{function.name}({function.least})"
    most = "…" if function.most is None else function.most
    return f"{function.name}({function.least}–{most})"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
