"""The pages of the window, one of which is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from tp_directory.ui.actions import Actions
from tp_directory.ui.pages import Page
from tp_directory.ui.preparing_page import PreparingPage
from tp_directory.ui.settings_page import SettingsPage
from tp_directory.ui.updates.updates_page import UpdatesPage

if TYPE_CHECKING:  # it loads the store and the index, which the window does not wait for
    from tp_directory.ui.workspace import Workspace


class PageStack(QStackedWidget):
    """Knows which page is shown, and goes to another one as actions and pages ask for it.

    Until there is a directory, the page of preparing stands where the workspace will be.
    """

    page_shown = Signal(object)  # Page; the one before again where it may not be left yet

    def __init__(
        self,
        actions: Actions,
        preparing: PreparingPage,
        updates: UpdatesPage,
        settings: SettingsPage,
    ) -> None:
        super().__init__()
        self._preparing, self._updates, self._settings = preparing, updates, settings
        self._workspace: Workspace | None = None
        for each in (preparing, updates, settings):
            self.addWidget(each)
        actions.clear.triggered.connect(self.clear)
        for page, action in actions.pages.items():
            action.triggered.connect(partial(self.show_page, page))
        actions.update_now.triggered.connect(self.update_now)
        updates.open_wanted.connect(self.open_service)

    def add_workspace(self, workspace: Workspace) -> None:
        """Let the pages that need the directory be gone to, and show the directory."""
        self._workspace = workspace
        self.addWidget(workspace)
        workspace.directory_wanted.connect(self.show_directory_page)
        workspace.page_wanted.connect(self.show_page)
        self.show_directory_page()
        self.focus_search()

    def show_page(self, page: Page) -> None:
        """Show a page, unless the one before asks first whether its answers may be erased."""
        if self._workspace is not None and not self._workspace.may_leave(page):
            self.page_shown.emit(Page(self._workspace.currentIndex()))
            return
        self.page_shown.emit(page)
        own = {Page.UPDATES: self._updates, Page.SETTINGS: self._settings}.get(page)
        if own is not None:
            self.setCurrentWidget(own)
            own.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._workspace is not None:
            self.setCurrentWidget(self._workspace)
            self._workspace.show_page(page)
        else:
            self.setCurrentWidget(self._preparing)

    def show_directory_page(self) -> None:
        """Show the directory."""
        self.show_page(Page.DIRECTORY)

    def focus_search(self) -> None:
        """Put the caret into the search box, once there is one."""
        if self._workspace is not None:
            self._workspace.page.focus_search()

    def open_service(self, service_id: str) -> None:
        """Show a service in the directory."""
        if self._workspace is not None:
            self._workspace.open_service(service_id)

    def update_now(self) -> None:
        """Have an update begun, and show how it goes on."""
        self.show_page(Page.UPDATES)
        if self.currentWidget() is self._updates:
            self._updates.begin()

    def clear(self) -> None:
        """Go back to the directory, or start again with empty boxes there."""
        if self._workspace is None or not self.isVisible():  # the second Escape has hidden it
            return
        is_within = self.currentWidget() is self._workspace
        if is_within and self._workspace.currentIndex() == Page.DIRECTORY:
            self._workspace.page.clear()
        elif not (is_within and self._workspace.go_back()):
            self._settings.forget()  # its box would tell its words as it loses the keyboard
            self.show_directory_page()
            self.focus_search()
