import sys
from pathlib import Path

import pytest

from tp_directory.paths import user_folders


def test_what_is_kept_and_the_settings_are_the_user_s_own() -> None:
    folders = user_folders()

    assert folders.kept.name == "kept.sqlite"
    assert folders.kept.parent == folders.editions.parent
    assert folders.kept.parent not in {policy.parent for policy in folders.policies}


@pytest.mark.skipif(
    sys.platform in ("darwin", "win32"), reason="only there the folders are variables"
)
def test_every_folder_for_the_whole_machine_may_have_a_policy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"{tmp_path / 'one'}:{tmp_path / 'two'}")

    assert user_folders().policies == (
        tmp_path / "one" / "tp-directory" / "policy.toml",
        tmp_path / "two" / "tp-directory" / "policy.toml",
    )
