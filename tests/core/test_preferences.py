import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import (
    EXPECTED,
    IDLE_MINUTES,
    SETTINGS,
    TEXT_SIZES,
    Chosen,
    Origin,
    Preferences,
    QuietHours,
    SomePreferences,
    Theme,
    plain_value,
    read_preferences,
)

ALL = Preferences(
    language=Language.FR,
    theme=Theme.CONTRAST,
    text_size=125,
    idle_minutes=5,
    neutral_title=True,
    home="Kenora",
    updates_paused=True,
    quiet_hours=QuietHours.NIGHT,
    update_sources=("https://updates.example.org", "//server/share/folder"),
)


def test_every_setting_says_what_it_expects_in_both_languages() -> None:
    assert set(EXPECTED) == set(SETTINGS)
    assert all(each.en and each.fr for each in EXPECTED.values())


@pytest.mark.parametrize("preferences", [Preferences(), ALL])
def test_what_is_written_plainly_is_read_again(preferences: Preferences) -> None:
    own = SomePreferences(preferences, frozenset(SETTINGS))

    assert read_preferences(own.plain()) == (own, ())


def test_only_what_is_set_is_written() -> None:
    assert SomePreferences().having(theme=Theme.DARK).plain() == {"theme": "dark"}
    assert SomePreferences().plain() == {}


def test_following_the_system_is_a_choice_too() -> None:
    own = SomePreferences().having(language=None)

    assert own.plain() == {"language": "system"}
    assert plain_value(ALL, "language") == "fr"


def test_what_is_set_later_comes_on_top() -> None:
    own = SomePreferences().having(home="Kenora", text_size=110).having(text_size=150)

    assert own == SomePreferences(
        Preferences(home="Kenora", text_size=150), frozenset({"home", "text_size"})
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "de"),
        ("language", None),
        ("theme", "pink"),
        ("theme", 1),
        ("text_size", 99),
        ("text_size", "100"),
        ("text_size", 100.0),
        ("idle_minutes", 7),
        ("idle_minutes", True),
        ("neutral_title", 1),
        ("neutral_title", "true"),
        ("home", 5),
        ("home", ["Kenora"]),
        ("colour", "dark"),
        ("updates_paused", "yes"),
        ("quiet_hours", "8-19"),
        ("quiet_hours", 8),
        ("update_sources", "https://updates.example.org"),
        ("update_sources", ["https://updates.example.org", " "]),
        ("update_sources", [5]),
    ],
)
def test_what_a_setting_cannot_be_is_refused_and_the_rest_holds(name: str, value: object) -> None:
    own, refused = read_preferences({"text_size": 110, "home": "Kenora", name: value})

    assert refused == (name,)
    assert own.names == {"text_size", "home"} - {name}


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_text_size_can_be_set(size: int) -> None:
    assert read_preferences({"text_size": size})[0].values.text_size == size


@pytest.mark.parametrize("minutes", IDLE_MINUTES)
def test_every_idle_time_can_be_set(minutes: int) -> None:
    assert read_preferences({"idle_minutes": minutes})[0].values.idle_minutes == minutes


@pytest.mark.parametrize(
    ("quiet", "hours"),
    [("none", (0, 0)), ("8-18", (8, 18)), ("16-24", (16, 24)), ("22-6", (22, 6))],
)
def test_quiet_hours_are_told_in_hours(quiet: str, hours: tuple[int, int]) -> None:
    assert QuietHours(quiet).hours == hours


def test_spaces_around_a_place_do_not_matter() -> None:
    assert read_preferences({"home": " Kenora "})[0].values.home == "Kenora"


def test_what_an_administrator_locked_is_known() -> None:
    chosen = Chosen(ALL, {"theme": Origin.LOCKED, "home": Origin.PRESET})

    assert chosen.is_locked("theme")
    assert not chosen.is_locked("home")
    assert not chosen.is_locked("language")
