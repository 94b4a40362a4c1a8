from pathlib import Path

import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import (
    SETTINGS,
    Origin,
    Preferences,
    QuietHours,
    SomePreferences,
    Theme,
)
from tp_directory.core.release import SHARDS
from tp_directory.core.updating import UpdateSetup
from tp_directory.policy import Policy, ScreeningRules, read_policy, resolve, resolve_updates

USUAL = SomePreferences()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def _policy(file: Path, content: str) -> Policy:
    file.write_text(content, encoding="utf-8")
    return read_policy([file])


def test_without_a_policy_the_usual_settings_are_in_force(file: Path) -> None:
    policy = read_policy([file])
    chosen = resolve(USUAL, policy)

    assert policy == Policy()
    assert chosen.preferences == Preferences()
    assert chosen.origins == dict.fromkeys(SETTINGS, Origin.DEFAULT)
    assert chosen.files == {}


def test_every_setting_can_be_locked(file: Path) -> None:
    policy = _policy(
        file,
        """
        [locked]
        language = "fr"
        theme = "dark"
        text_size = 125
        idle_minutes = 5
        neutral_title = true
        home = "Kenora"
        erase_minutes = 10
        questions_at_once = 1
        updates_paused = true
        quiet_hours = "8-18"
        update_sources = ["https://updates.example.org"]
        """,
    )
    chosen = resolve(USUAL.having(language=Language.EN, text_size=200), policy)

    assert policy.faults == ()
    assert chosen.preferences == Preferences(
        language=Language.FR,
        theme=Theme.DARK,
        text_size=125,
        idle_minutes=5,
        neutral_title=True,
        home="Kenora",
        erase_minutes=10,
        questions_at_once=1,
        updates_paused=True,
        quiet_hours=QuietHours.DAY,
        update_sources=("https://updates.example.org",),
    )
    assert chosen.origins == dict.fromkeys(SETTINGS, Origin.LOCKED)
    assert chosen.files == dict.fromkeys(SETTINGS, file)


def test_a_lock_comes_before_the_worker_and_the_worker_before_a_preset(file: Path) -> None:
    policy = _policy(
        file,
        """
        [preset]
        theme = "dark"
        home = "Kenora"
        idle_minutes = 5
        [locked]
        idle_minutes = 2
        """,
    )
    chosen = resolve(USUAL.having(theme=Theme.LIGHT, idle_minutes=60), policy)

    assert chosen.preferences == Preferences(theme=Theme.LIGHT, home="Kenora", idle_minutes=2)
    assert chosen.origins["idle_minutes"] is Origin.LOCKED
    assert chosen.origins["theme"] is Origin.USER
    assert chosen.origins["home"] is Origin.PRESET
    assert chosen.origins["language"] is Origin.DEFAULT
    assert chosen.files == {"idle_minutes": file, "home": file}


def test_a_worker_may_choose_the_usual_value_against_a_preset(file: Path) -> None:
    policy = _policy(file, '[preset]\nlanguage = "fr"\n')
    chosen = resolve(USUAL.having(language=None), policy)

    assert chosen.preferences.language is None
    assert chosen.origins["language"] is Origin.USER


def test_the_first_of_several_files_counts(tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text("[locked]\ntext_size = 125\n[preset]\nidle_minutes = 1\n", encoding="utf-8")
    second.write_text("[locked]\ntext_size = 150\nidle_minutes = 2\n", encoding="utf-8")

    chosen = resolve(USUAL, read_policy([tmp_path / "absent.toml", first, second]))

    assert chosen.preferences.text_size == 125
    assert chosen.preferences.idle_minutes == 2  # a lock of any file comes before a preset
    assert chosen.files == {"text_size": first, "idle_minutes": second}


@pytest.mark.parametrize(
    ("content", "key", "expected"),
    [
        ("[locked]\nidle_minutes = 7", "[locked] idle_minutes", "one of 0, 1, 2, 5, 10, 15, 30"),
        ('[preset]\nlanguage = "de"', "[preset] language", '"en", "fr" or "system"'),
        ("[preset]\nneutral_title = 1", "[preset] neutral_title", "true or false"),
        ('[preset]\ncolour = "dark"', "[preset] colour", "a setting: language, theme, text_size"),
        ('[screening]\nreviewed = "abc"', "[screening] reviewed", "a list of SHA-256 hashes"),
        ('[screening]\nreviewed = ["abc"]', "[screening] reviewed", "a list of SHA-256 hashes"),
        ("[screening]\nfree_text = 1", "[screening] free_text", "true or false"),
        ("[screening]\nanything = 1", "[screening] anything", "reviewed or free_text"),
        ("[updates]\nsources = 'x'", "[updates] sources", "a list in brackets, such as"),
        ("[updates]\nsources = ['']", "[updates] sources", "a list in brackets, such as"),
        ("[updates]\nroot = ''", "[updates] root", "a file in quotes"),
        ("[updates]\nprovinces = ['xx']", "[updates] provinces", "a list of provinces and"),
        ("[updates]\nprovinces = 'on'", "[updates] provinces", "a list of provinces and"),
        ("[updates]\nmetered = 'no'", "[updates] metered", "true or false"),
        ("[updates]\nurl = 'x'", "[updates] url", "sources, root, provinces or metered"),
        ("[preset]\nerase_minutes = true", "[preset] erase_minutes", "one of 0, 1, 2, 5, 10, 15"),
        (
            '[presets]\ntheme = "dark"',
            "presets",
            "the tables [preset], [locked], [screening] and [updates]",
        ),
        ("preset = 3", "preset", "the tables [preset], [locked], [screening] and [updates]"),
        ('theme = "dark"', "theme", "the tables [preset], [locked], [screening] and [updates]"),
    ],
)
def test_a_fault_is_told_with_file_key_and_what_is_expected(
    file: Path, content: str, key: str, expected: str
) -> None:
    [fault] = _policy(file, content).faults

    assert fault.en.startswith(f"{file}: {key} has no effect. Expected: {expected}")
    assert fault.fr.startswith(f"{file}\N{NO-BREAK SPACE}: {key} est sans effet. Attendu")


def test_the_rest_of_a_faulty_file_holds(file: Path) -> None:
    policy = _policy(file, 'x = 1\n[preset]\ntheme = "pink"\n[locked]\ntext_size = 125\nage = 5\n')
    chosen = resolve(USUAL, policy)

    assert len(policy.faults) == 3
    assert chosen.preferences == Preferences(text_size=125)


def test_the_reviewed_checklists_of_all_files_count(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text(f'[screening]\nreviewed = ["{"A" * 64}"]\n', encoding="utf-8")
    other.write_text(
        f'[screening]\nreviewed = ["{"b" * 64}"]\nfree_text = true\n', encoding="utf-8"
    )

    policy = read_policy([one, other])

    assert policy.screening == ScreeningRules(frozenset({"a" * 64, "b" * 64}), free_text=True)
    assert read_policy([one]).screening.free_text is False


def test_it_says_where_updates_come_from(file: Path) -> None:
    policy = _policy(
        file,
        """
        [updates]
        sources = ["https://updates.example.org", " //server/share/folder "]
        root = "root.json"
        provinces = ["QC", "on"]
        metered = true
        """,
    )

    assert policy.faults == ()
    assert policy.updates == UpdateSetup(
        ("https://updates.example.org", "//server/share/folder"),
        file.parent / "root.json",
        ("national", "on", "qc"),
    )
    assert policy.metered is True


def test_without_a_word_of_updates_all_of_canada_is_followed_and_not_over_metered_lines() -> None:
    assert Policy().updates == UpdateSetup((), None, SHARDS)
    assert Policy().metered is False


def test_each_line_of_updates_is_the_first_file_s(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    root = tmp_path / "keys" / "root.json"
    one.write_text('[updates]\nsources = ["https://one.example.org"]\n', encoding="utf-8")
    other.write_text(
        f'[updates]\nsources = ["https://other.example.org"]\nroot = {str(root)!r}\n',
        encoding="utf-8",
    )

    policy = read_policy([one, other])

    assert policy.updates == UpdateSetup(("https://one.example.org",), root, SHARDS)


def test_the_worker_s_own_sources_count_where_the_policy_names_none(file: Path) -> None:
    own = ("/media/stick/edition.zip",)
    silent = _policy(file, '[updates]\nprovinces = ["on"]\n')
    decided = _policy(file, '[updates]\nsources = ["https://updates.example.org"]\n')

    assert resolve_updates(own, silent) == UpdateSetup(own, None, ("national", "on"))
    assert resolve_updates(own, decided).sources == ("https://updates.example.org",)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"[preset]\ntheme = dark\n", 2),
        (b'[preset]\r\ntheme = "dark"\r\nhome = "\r\n', 3),
        (b'[preset]\ntheme = "dark', 2),
        (b"[preset]\nhome = [\n\n", 2),
        (b"home = " + b"[" * 10_000, 1),
        (b"text_size = " + b"9" * 10_000, 1),
        (b'[preset]\ntheme = "dark"\nhome = "Montr\xe9al"\n', 3),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(file: Path, content: bytes, line: int) -> None:
    file.write_bytes(content)
    policy = read_policy([file])

    [fault] = policy.faults
    assert fault.en.startswith(f"{file}: line {line} is not TOML")
    assert fault.fr.startswith(f"{file}\N{NO-BREAK SPACE}: la ligne {line} n'est pas du TOML")
    assert resolve(USUAL, policy).preferences == Preferences()


def test_a_file_that_notepad_wrote_is_read(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf[preset]\r\ntheme = "dark"\r\n')

    assert resolve(USUAL, read_policy([file])).preferences.theme is Theme.DARK


def test_a_file_that_cannot_be_read_is_told_and_the_others_hold(tmp_path: Path, file: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    file.write_text("[locked]\ntext_size = 125\n", encoding="utf-8")

    policy = read_policy([tmp_path / "folder.toml", file])

    [fault] = policy.faults
    assert "folder.toml: cannot be read" in fault.en
    assert "illisible" in fault.fr
    assert resolve(USUAL, policy).preferences.text_size == 125
