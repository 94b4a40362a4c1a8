"""Which filters are offered, and under which headings they stand."""

from __future__ import annotations

from collections.abc import Iterable

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.choices import Choice, Facet
from tp_directory.core.edition import EditionInfo
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.core.service import Channel
from tp_directory.core.taxonomy import Taxonomy, Vocabulary
from tp_directory.ui.finding.choices_model import Branch
from tp_directory.wording.filters import choice_label

_WHEN = Text("When", "Quand")
_NEED = Text("Need", "Besoin")
_WHO = Text("Who", "Pour qui")
_HOW = Text("How", "Comment")
_LANGUAGE = Text("Language of service", "Langue de service")
_PROVINCE = Text("Province served", "Province desservie")
_OPEN_AT = Text("Open at a chosen time", "Ouvert à un moment choisi")


def choices_tree(
    taxonomy: Taxonomy, gazetteer: Gazetteer, edition: EditionInfo, language: Language
) -> Branch:
    """Every filter that an edition can have, named in a language, below an unnamed root."""

    def leaf(facet: Facet, code: str = "") -> Branch:
        choice = Choice(facet, code)
        return Branch(choice_label(choice, taxonomy, gazetteer, language), choice)

    def add(heading: Text, leaves: Iterable[Branch]) -> Branch:
        section = root.add(Branch(heading.best(language)))
        for each in leaves:
            section.add(each)
        return section

    def add_groups(section: Branch, vocabulary: Vocabulary, facet: Facet) -> None:
        for group in vocabulary.groups:
            branch = section.add(Branch(group.label.best(language)))
            for term in vocabulary.terms:
                if term.group == group.code:
                    branch.add(leaf(facet, term.code))

    root = Branch("")
    when = add(_WHEN, (leaf(Facet.OPEN_NOW), leaf(Facet.ALWAYS_OPEN)))
    when.add(Branch(_OPEN_AT.best(language), Choice(Facet.OPEN_AT)))
    add_groups(add(_NEED, ()), taxonomy.needs, Facet.NEED)
    who = add(_WHO, (leaf(Facet.FOR_TRAFFICKING),))
    add_groups(who, taxonomy.populations, Facet.POPULATION)
    add(_HOW, (leaf(Facet.CHANNEL, channel) for channel in Channel))
    spoken = sorted(edition.languages, key=lambda code: (-edition.languages[code], code))
    add(_LANGUAGE, (leaf(Facet.LANGUAGE, code) for code in spoken))
    add(_PROVINCE, (Branch(p.label.best(language), Choice(Facet.PROVINCE, p)) for p in Province))
    return root
