"""Compile the translations whenever a wheel is built, so that no .qm file is kept in git."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[BuilderConfig]):
    """Knows that the wheel carries resources/translations/*.qm, and how to make them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # Any: hatch's type
        """Compile the .ts files in place, just before hatch collects the files of the wheel."""
        # A process of its own: this file is loaded by hatch, which puts no sibling on the path.
        script = Path(self.root, "packaging", "translations.py")
        subprocess.run([sys.executable, str(script), "compile"], check=True)
