"""The settings of one user while the window is open: their own, and what a policy says of them."""

from __future__ import annotations

from dataclasses import replace

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead
from tp_directory.core.preferences import ABOUT_UPDATES, Chosen, SomePreferences
from tp_directory.core.updating import UpdateSetup
from tp_directory.paths import UserFolders
from tp_directory.policy import ScreeningRules, read_policy, resolve, resolve_updates
from tp_directory.settings import Settings, read_settings, write_settings


class UserSettings:
    """Knows the settings in force, changes the user's own, and keeps them."""

    def __init__(self, folders: UserFolders) -> None:
        self._folder = folders.settings
        self._is_lasting = True
        try:
            self._kept, fault = read_settings(folders.settings)
        except CannotRead as error:
            self._kept, fault = Settings(), _forgetting(error.text)
            self._is_lasting = False
        self._policy = read_policy(folders.policies)
        faults = [text for text in (fault, *self._policy.faults) if text]
        self.notice = Text("\n".join(t.en for t in faults), "\n".join(t.fr for t in faults))
        """What the worker should know of files that could not be read; "" for nothing."""

    @property
    def chosen(self) -> Chosen:
        """The settings in force."""
        return resolve(self._kept.own, self._policy)

    @property
    def screening(self) -> ScreeningRules:
        """What an administrator says of checklists."""
        return self._policy.screening

    @property
    def updates(self) -> UpdateSetup:
        """Where updates come from."""
        return resolve_updates(self.chosen.preferences.update_sources, self._policy)

    @property
    def are_sources_decided(self) -> bool:
        """Whether an administrator says where updates come from."""
        is_locked = self.chosen.is_locked("update_sources")
        return is_locked or bool(self._policy.updates.sources)

    @property
    def metered(self) -> bool:
        """Whether updates may begin by themselves over a metered connection."""
        return self._policy.metered

    @property
    def window(self) -> str:
        """Where the window stood at the end of the last start, as Qt writes it."""
        return self._kept.window

    @property
    def panes(self) -> tuple[int, ...]:
        """The widths of its panes."""
        return self._kept.panes

    def choose(self, name: str, value: object) -> None:
        """Change one of the user's own settings; what is locked stays in force."""
        self._kept = replace(self._kept, own=self._kept.own.having(**{name: value}))

    def reset(self) -> None:
        """Forget the user's own settings, except those of updates, which have a page of their own.

        Presets and the usual ones are in force again.
        """
        own = self._kept.own
        about_updates = {name: getattr(own.values, name) for name in ABOUT_UPDATES & own.names}
        self._kept = replace(self._kept, own=SomePreferences().having(**about_updates))

    def keep(self, window: str, panes: tuple[int, ...]) -> None:
        """Write the settings and the shape of the window; not where a file could not be read.

        Raises:
            CannotWrite: the folder takes no file.
        """
        self._kept = replace(self._kept, window=window, panes=panes)
        if self._is_lasting:  # else good settings would be lost for one failed reading
            write_settings(self._kept, self._folder)


def _forgetting(reason: Text) -> Text:
    return Text(
        f"{reason.en} The usual settings are in force. What you change in them now is forgotten "
        "when the program closes.",
        f"{reason.fr} Les réglages habituels s'appliquent. Ce que vous y changez maintenant sera "
        "oublié à la fermeture du programme.",
    )
