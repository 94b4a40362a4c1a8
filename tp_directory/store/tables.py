"""The tables of an edition, after HSDS 3.1.

French stands beside English (`name_fr`), "" or no row says that nothing is stated, and the rows
that belong to a service carry its row number and their position, which is also their order on
disk. An address withheld for safety has no row in `address` and no point in `location`.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, String, nullable=False, default="")


def _part_of_service(name: str, *columns: Column[str]) -> Table:
    """A table of the ordered parts of a service, clustered by the service."""
    return Table(
        name,
        metadata,
        Column("service_row", ForeignKey("service.row"), nullable=False),
        Column("position", Integer, nullable=False),
        *columns,
        PrimaryKeyConstraint("service_row", "position"),
        sqlite_with_rowid=False,
    )


organization = Table(
    "organization",
    metadata,
    Column("row", Integer, primary_key=True),
    _text("name_en"),
    _text("name_fr"),
    UniqueConstraint("name_en", "name_fr"),
)

service = Table(
    "service",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("organization_row", ForeignKey("organization.row"), nullable=False, index=True),
    *(
        _text(f"{name}_{language}")
        for name in (
            "name",
            "description",
            "interpretation",
            "fees",
            "eligibility",
            "access",
            "documents",
            "accessibility",
        )
        for language in ("en", "fr")
    ),
    _text("email"),
    _text("url"),
    _text("opening_hours"),
    _text("timezone"),
    _text("address_withheld"),
    _text("verification"),
    _text("scope"),
    _text("serves_en"),
    _text("serves_fr"),
)

location = Table(
    "location",
    metadata,
    Column("service_row", ForeignKey("service.row"), primary_key=True),
    _text("city"),
    _text("state_province"),
    Column("place_id", Integer),
    Column("latitude", Float),
    Column("longitude", Float),
    _text("precision"),
)

address = Table(
    "address",
    metadata,
    Column("service_row", ForeignKey("location.service_row"), primary_key=True),
    _text("address_1"),
    _text("postal_code"),
)

phone = _part_of_service(
    "phone",
    _text("number"),
    _text("type"),
    _text("extension"),
    _text("description_en"),
    _text("description_fr"),
    _text("opening_hours"),
)
service_area = _part_of_service("service_area", _text("kind"), _text("value"))
language = _part_of_service("language", _text("code"))
attribute = _part_of_service("attribute", _text("link_type"), _text("value"))
source = _part_of_service(
    "source", _text("url"), _text("read_on"), _text("stated_on"), _text("note")
)

closure = Table(
    "closure",
    metadata,
    Column("id", String, primary_key=True),
    _text("name_en"),
    _text("name_fr"),
    _text("closed_on"),
    _text("replaced_by"),
)
