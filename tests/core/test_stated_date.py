from datetime import date

import pytest

from tp_directory.core.stated_date import earliest_day


@pytest.mark.parametrize(
    ("stated", "earliest"),
    [
        ("2020", date(2020, 1, 1)),
        ("2020-03", date(2020, 3, 1)),
        ("2020-03-05", date(2020, 3, 5)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_a_date_means_its_earliest_day(stated: str, earliest: date) -> None:
    assert earliest_day(stated) == earliest


@pytest.mark.parametrize(
    "stated",
    """
    0000 2026-02-31 2025-02-29 2026-13 2026-00 2026-3 20260301 2026-W01-1 2026-03-01T00 2026-
    ２０２６
    """.split(),
)
def test_what_no_calendar_has_means_no_day(stated: str) -> None:
    assert earliest_day(stated) is None


@pytest.mark.parametrize("stated", ["", "last May", "2026-03\n"])
def test_words_mean_no_day(stated: str) -> None:
    assert earliest_day(stated) is None
