"""The tables of a kept file, as its newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, String, Table

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, String, nullable=False)


service = Table(
    "service",
    metadata,
    Column("id", String, primary_key=True),
    _text("name_en"),
    _text("name_fr"),
    _text("organization_en"),
    _text("organization_fr"),
    _text("number"),
    Column("kept_on", Date, nullable=False),
    _text("note"),
)

named_list = Table("list", metadata, Column("name", String, primary_key=True))

listed = Table(
    "listed",
    metadata,
    Column("service_id", ForeignKey("service.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "list_name",
        ForeignKey("list.name", ondelete="CASCADE", onupdate="CASCADE"),
        primary_key=True,
    ),
)

report = Table(
    "report",
    metadata,
    Column("key", Integer, primary_key=True),
    _text("service_id"),
    _text("name_en"),
    _text("name_fr"),
    _text("fault"),
    _text("words"),
    Column("edition", Integer, nullable=False),
    Column("reported_on", Date, nullable=False),
)
