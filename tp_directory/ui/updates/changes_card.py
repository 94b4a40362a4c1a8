"""What the present edition brought: services that came, changed, closed or are gone."""

from __future__ import annotations

from PySide6.QtCore import Signal

from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Fate
from tp_directory.core.release import Changes
from tp_directory.core.service import Service
from tp_directory.ui.card import Card
from tp_directory.ui.tokens import SPACE_4
from tp_directory.ui.updates.change_list import ChangeLine, ChangeList, FateOf
from tp_directory.wording.updates import change_counts


class ChangesCard(Card):
    """Counts the changes, and names them as ways to the services."""

    open_wanted = Signal(str)  # a service's id

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._heading = self.column.say("", role="section")
        self.column.addSpacing(SPACE_4)
        self._language = language
        self._changes = Changes()
        self._fate: FateOf = lambda service_id: Fate()
        self._counts = self.column.say("")
        self._added, self._changed, self._closed = ChangeList(), ChangeList(), ChangeList()
        for part in self._lists:
            self.column.addWidget(part)
            part.open_wanted.connect(self.open_wanted)
        self._gone = self.column.say("", tone="muted")
        self.retranslate()

    @property
    def _lists(self) -> tuple[ChangeList, ...]:
        return self._added, self._changed, self._closed

    def show_changes(self, changes: Changes, fate: FateOf) -> None:
        """Show changes; `fate` tells what became of a service by its id."""
        if (changes, fate) == (self._changes, self._fate):
            return
        self._changes, self._fate = changes, fate
        self._say()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()

    def _say(self) -> None:
        changes, language = self._changes, self._language
        nothing = self.tr("This edition is the first on this computer, or has the same records.")
        self._counts.setText(change_counts(changes, language) or nothing)
        for part, ids in (
            (self._added, changes.added),
            (self._changed, changes.changed),
            (self._closed, changes.closed),
        ):
            part.show_ids(ids, self._line)
        gone = len(changes.removed)
        self._gone.setText(
            self.tr("%n services are gone, and no record says why.", "", gone) if gone else ""
        )
        self._gone.setVisible(bool(gone))

    def _line(self, service_id: str) -> ChangeLine:
        """A service by its name; a closed one with what replaced it, which is what opens."""
        fate, language = self._fate(service_id), self._language
        if fate.service is not None:
            return ChangeLine(_named(fate.service, language), service_id)
        name = fate.closure.name.best(language) if fate.closure else service_id
        if fate.instead is None:
            return ChangeLine(name)
        return ChangeLine(f"{name} → {_named(fate.instead, language)}", fate.instead.id)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._heading.setText(self.tr("What is new"))
        for part, words in (
            (self._added, self.tr("Added")),
            (self._changed, self.tr("Changed")),
            (self._closed, self.tr("Closed, and what replaces them")),
        ):
            part.name_it(words)
        self._say()


def _named(service: Service, language: Language) -> str:
    """A service by its name and its organization's: "Crisis line" alone would say little."""
    name, organization = service.name.best(language), service.organization.best(language)
    return name if organization == name else f"{name} · {organization}"
