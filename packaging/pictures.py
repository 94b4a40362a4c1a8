"""The pictures of the program: every page and state, in both languages and all themes."""

from dataclasses import dataclass

from PySide6.QtCore import QSize

from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import Theme


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is asked, which keys are pressed then, and how the window looks.

    Among the keys, words do what would take many: see `screenshots._do`. `follows` shows the
    directory of a publisher in the place of the one that came with the program; without
    `is_opened` the directory is still being opened.
    """

    name: str
    words: str = ""
    near: str = ""
    keys: tuple[str, ...] = ()
    language: Language = Language.EN
    theme: Theme = Theme.LIGHT
    size: QSize = QSize(1400, 860)
    text_size: int = 100
    home: str = ""
    follows: bool = False
    is_opened: bool = True


_SMALL = QSize(1024, 640)
_FR = Language.FR
PICTURES = (
    Picture("start"),
    Picture("search", "shelter", "Thunder Bay"),
    Picture("typing", "refugee law", "Toronto"),
    Picture("nothing-found", "need:interpretation", "Iqaluit"),
    Picture("chips", "crisis", "Toronto", ("filtered",)),
    Picture("both-languages", "legal", "Montréal", ("F2",)),
    Picture("map", "trafficking", "", ("F3",)),
    Picture("comparison", "legal", "Toronto", ("Ctrl+B", "Down", "Ctrl+B", "Ctrl+Shift+B")),
    Picture(
        "kept", "crisis line", "Kenora", ("Ctrl+D", "Ctrl+N", "note", "Down", "Ctrl+D", "Ctrl+3")
    ),
    Picture("reports", "human trafficking hotline", "", ("report", "Ctrl+3", "End"), size=_SMALL),
    Picture("report", "human trafficking hotline", "", ("Ctrl+E",)),
    Picture("code", "human trafficking hotline", "", ("code",)),
    Picture("settings", keys=("Ctrl+6",)),
    Picture("no-updates", keys=("Ctrl+5",)),
    Picture("updates", keys=("Ctrl+5",), follows=True),
    Picture(
        "mises-a-jour",
        keys=("Ctrl+5",),
        language=_FR,
        theme=Theme.DARK,
        size=_SMALL,
        follows=True,
    ),
    Picture("keys", keys=("F1",)),
    Picture("touches", keys=("F1",), language=_FR, size=_SMALL, text_size=200),
    Picture("hidden", keys=("hide",)),
    Picture("preparing", is_opened=False),
    Picture("echec", keys=("fail",), language=_FR, size=_SMALL, is_opened=False),
    Picture("avis", "aide juridique", "", ("notice",), _FR),
    Picture("recherche-sombre", "violence conjugale", "Québec", (), _FR, Theme.DARK),
    Picture("carte-sombre", "hébergement", "Rimouski", ("F3",), _FR, Theme.DARK),
    Picture("contraste", "aide juridique", "Montréal", (), _FR, Theme.CONTRAST),
    Picture("large-text", "aide juridique", "Montréal", (), _FR, Theme.LIGHT, _SMALL, 200),
    Picture("narrow", "Windsor legal", "", (), Language.EN, Theme.LIGHT, _SMALL),
    Picture("narrow-filters", "Windsor legal", "", ("F4",), Language.EN, Theme.LIGHT, _SMALL),
    Picture(
        "narrow-service", "shelter", "Thunder Bay", keys=("Return",), size=_SMALL, text_size=200
    ),
    Picture(
        "comparaison-sombre",
        "aide",
        "Gatineau",
        ("Ctrl+B", "Down", "Ctrl+B", "Ctrl+Shift+B"),
        _FR,
        Theme.DARK,
    ),
    Picture("conserves", "ligne de crise", "Rimouski", ("Ctrl+D", "Ctrl+3"), _FR),
    Picture("reglages", keys=("Ctrl+6",), language=_FR, theme=Theme.CONTRAST),
    Picture("checklists", keys=("Ctrl+2",)),
    Picture("danger", keys=("Ctrl+2", "begin shelter_adult", "next", "1")),
    Picture(
        "checklist", keys=("Ctrl+2", "begin police_rapid", "as s1_traffic_stop", *("next",) * 3)
    ),
    Picture(
        "result",
        keys=("Ctrl+2", "begin shelter_adult", "as s4_shelter_partner", "result"),
        home="Kenora",
    ),
    Picture(
        "liste-sombre",
        keys=("Ctrl+2", "begin shelter_adult", *("next",) * 4, "F2"),
        language=_FR,
        theme=Theme.DARK,
    ),
    Picture(
        "resultat",
        keys=("Ctrl+2", "begin youth_check", "as s5_youth_hotel", "result"),
        language=_FR,
        size=_SMALL,
        text_size=200,
        home="Rimouski",
    ),
    Picture("enfant", keys=("Ctrl+2", "child"), language=_FR, home="Sherbrooke QC"),
    Picture("legal", keys=("Ctrl+2", "legal"), theme=Theme.DARK, home="Kenora"),
    Picture("training", keys=("Ctrl+4",)),
    Picture("debrief", keys=("Ctrl+4", "case s4_shelter_partner", "debrief")),
    Picture(
        "projection",
        keys=("Ctrl+4", "case s1_traffic_stop", "present", *("PgDown",) * 6),
        language=_FR,
        theme=Theme.DARK,
    ),
)
