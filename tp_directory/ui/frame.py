"""What stands around the pages: the strip, the notice bar, the rail and the status line."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tp_directory import __version__
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.place import Outline
from tp_directory.core.preferences import Chosen
from tp_directory.core.release import Changes
from tp_directory.core.service import Service
from tp_directory.core.update_standing import Standing, standing
from tp_directory.ui.actions import Actions
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.clipboard import Clipboard
from tp_directory.ui.focus_order import chain
from tp_directory.ui.icons import Icons
from tp_directory.ui.keys_dialog import KeysDialog
from tp_directory.ui.notice_bar import NoticeBar
from tp_directory.ui.page_stack import PageStack
from tp_directory.ui.preparing_page import PreparingPage
from tp_directory.ui.rail import Rail
from tp_directory.ui.settings_page import SettingsPage
from tp_directory.ui.status_line import StatusLine
from tp_directory.ui.strip import Strip
from tp_directory.ui.text_size import TextSize
from tp_directory.ui.tokens import Tokens, em
from tp_directory.ui.updates.update_state import UpdateState
from tp_directory.ui.updates.updates_page import UpdatesPage
from tp_directory.wording.updates import in_use_line

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory
    from tp_directory.ui.kept.keeping import Keeping
    from tp_directory.ui.screening.checklists import OpenLibrary
    from tp_directory.ui.workspace import Workspace

_NARROW_EMS = 70


class Frame(QWidget):
    """Is there before the directory is; knows the language and the settings and passes them on."""

    language_chosen = Signal(object)  # Language
    preference_chosen = Signal(str, object)  # a field of Preferences, its new value
    reset_wanted = Signal()
    retry_wanted = Signal()

    def __init__(
        self,
        language: Language,
        chosen: Chosen,
        actions: Actions,
        appearance: Appearance,
        icons: Icons,
    ) -> None:
        super().__init__()
        self._language, self._preferences = language, chosen.preferences
        self._actions, self._appearance, self._icons = actions, appearance, icons
        self._workspace: Workspace | None = None
        self._widths: tuple[int, ...] = ()
        self._text_size = TextSize(actions, chosen, self)
        self._clipboard = Clipboard(self)
        self._strip = Strip(actions)
        self._strip.set_language(language)
        self._notice = NoticeBar(language)
        self._rail = Rail(actions, icons, appearance.tokens)
        self._preparing = PreparingPage()
        self._settings = SettingsPage(chosen)
        self._updates = UpdatesPage(icons, language, appearance.tokens)
        self._pages = PageStack(actions, self._preparing, self._updates, self._settings)
        self._status = StatusLine(actions, language)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._rail)
        body.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self._notice)
        layout.addLayout(body, 1)
        layout.addWidget(self._status)

    def _wire(self) -> None:
        self._actions.language.triggered.connect(self.switch_language)
        self._actions.keys.triggered.connect(self.show_keys)
        self._text_size.chosen.connect(self.preference_chosen)
        self._strip.copy_wanted.connect(self._clipboard.copy)
        self._clipboard.copied.connect(self.say_copied)
        self._pages.page_shown.connect(self._rail.mark)
        self._preparing.retry_wanted.connect(self.retry_wanted)
        self._updates.chosen.connect(self.preference_chosen)
        self._settings.chosen.connect(self.preference_chosen)
        self._settings.reset_wanted.connect(self.reset_wanted)
        self._settings.keys_wanted.connect(self.show_keys)
        self._status.language_chosen.connect(self.language_chosen)
        self._appearance.changed.connect(self.set_tokens)

    @property
    def language(self) -> Language:
        """The language in force."""
        return self._language

    @property
    def updates(self) -> UpdatesPage:
        """The page of updates."""
        return self._updates

    @property
    def pages(self) -> PageStack:
        """The pages."""
        return self._pages

    def widths(self) -> tuple[int, ...]:
        """The widths of the panes, to be kept for the next start."""
        return self._workspace.page.widths() if self._workspace is not None else self._widths

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Take over the widths kept from the last start, before there is a directory."""
        self._widths = widths

    def start_preparing(self) -> None:
        """Say that the directory is being opened."""
        self._notice.clear()
        self._preparing.start()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the preparation is."""
        self._preparing.show_progress(done, total)

    def show_failure(self, text: Text) -> None:
        """Say that the directory could not be opened, and why."""
        self._preparing.show_failure()
        self.show_notice(text)

    def end_preparing(self) -> None:
        """Say so where the opening has ended and nothing came of it, through a fault of ours."""
        if self._workspace is None:
            self._preparing.show_failure()

    def show_notice(self, text: Text) -> None:
        """Say something in the calm bar; an empty text says nothing."""
        self._notice.show_text(text)

    def show_directory(
        self,
        directory: Directory,
        keeping: Keeping,
        open_library: OpenLibrary,
        outlines: tuple[Outline, ...],
        lines: tuple[Service | None, ...],
    ) -> None:
        """Let the directory be searched; `lines` are what the strip shows beside 911.

        `open_library` finds the checklists, once they are first asked for.
        """
        # 0.1 s, which the window does not wait for: the opening has loaded them beside it.
        from tp_directory.ui.map.land import Land  # noqa: PLC0415  # see above
        from tp_directory.ui.workspace import Workspace  # noqa: PLC0415  # see above

        workspace = Workspace(
            directory,
            keeping,
            open_library,
            Land(outlines),
            self._actions,
            self._icons,
            self._language,
            self._preferences,
            self._appearance.tokens,
        )
        self._workspace = workspace
        workspace.page.set_widths(self._widths)
        self._show_edition(directory, lines)
        workspace.copy_wanted.connect(self._clipboard.copy)
        workspace.confirmed.connect(self._status.confirm)
        workspace.undo_offered.connect(self._status.offer_undo)
        workspace.noticed.connect(self.show_notice)
        workspace.service_changed.connect(self._status.clear_confirmation)
        workspace.place_changed.connect(self._notice.clear)
        workspace.language_wanted.connect(self.language_chosen)
        workspace.start()
        self._pages.add_workspace(workspace)
        chain(workspace, self._status.findChildren(QPushButton))

    def move_over(
        self,
        directory: Directory,
        open_library: OpenLibrary,
        lines: tuple[Service | None, ...],
        changes: Changes,
    ) -> None:
        """Go on with another edition, without losing what is typed, chosen or answered."""
        if self._workspace is None:
            return
        self._workspace.set_directory(directory, open_library)
        self._show_edition(directory, lines)
        if self.isVisible():  # else the neutral screen is in front of it
            number = directory.edition.number
            self._status.offer_news(in_use_line(number, changes, self._language))

    def _show_edition(self, directory: Directory, lines: tuple[Service | None, ...]) -> None:
        self._strip.show_services(lines)
        self._status.show_edition(directory.edition, directory.now())
        self._updates.show_directory(directory.edition, directory.fate, directory.now())

    def show_updates(self, state: UpdateState, now: datetime) -> None:
        """Show how things stand with updates; `now` has the computer's offset."""
        self._updates.show_state(state, now)
        told = Standing() if state.held_back else standing(state.attempts)
        self._status.show_standing(told, now, is_set_up=state.is_set_up)

    def set_language(self, language: Language) -> None:
        """State the facts in a language; what Qt translates follows by itself."""
        self._language = language
        self._actions.retranslate()  # the strip and the status line say their words
        for part in (self._strip, self._notice, self._status, self._updates):
            part.set_language(language)
        if self._workspace is not None:
            self._workspace.set_language(language)

    def follow(self, chosen: Chosen) -> None:
        """Follow the settings, except for the language, which is set with its words."""
        self._preferences = chosen.preferences
        self._settings.show_chosen(chosen)
        self._text_size.follow(chosen)
        self._status.show_text_size(self._preferences.text_size)
        if self._workspace is not None:
            self._workspace.follow(self._preferences)

    def refuse_home(self, text: Text) -> None:
        """Say why a place cannot be the one that searches start from."""
        self._settings.refuse_home(text.best(self._language))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._rail.set_tokens(tokens)
        self._updates.set_tokens(tokens)
        if self._workspace is not None:
            self._workspace.set_tokens(tokens)

    def say_copied(self, words: str, name: str) -> None:
        """Say quietly that something was copied, and what it is called."""
        copied = f"{words} ({name})" if name else words
        self._status.confirm(self.tr("Copied: {words}").format(words=copied))

    def switch_language(self) -> None:
        """Ask for the other language."""
        self.language_chosen.emit(self._language.other)

    def show_keys(self) -> None:
        """Show the keys, the sources and the licences."""
        if self.isVisible():
            KeysDialog(self._actions, self._language, __version__, self).open()

    def take_back_typed(self) -> None:
        """Take back what was typed as a setting and is not in force."""
        self._settings.forget()

    def forget(self) -> None:
        """Forget what was asked, opened and copied."""
        self._clipboard.forget()
        self._status.clear_confirmation()
        self._notice.clear()
        if self._workspace is not None:
            self._workspace.forget()
            self._pages.show_directory_page()

    def erase_screening(self) -> None:
        """Forget the answers to a checklist at once."""
        if self._workspace is not None:
            self._workspace.erase_screening()

    def stop(self) -> None:
        """End what runs beside the window, and leave nothing behind but a note being written."""
        if self._workspace is not None:
            self._workspace.tell_note()
            self._workspace.stop()
        self._clipboard.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rail.fold(is_narrow=event.size().width() < em(self.font()) * _NARROW_EMS)
        super().resizeEvent(event)
