"""Services with their notes, the lists they are on, and reports of errors."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of a new file."""
    op.create_table(
        "service",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name_en", sa.String, nullable=False),
        sa.Column("name_fr", sa.String, nullable=False),
        sa.Column("organization_en", sa.String, nullable=False),
        sa.Column("organization_fr", sa.String, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("kept_on", sa.Date, nullable=False),
        sa.Column("note", sa.String, nullable=False),
    )
    op.create_table("list", sa.Column("name", sa.String, primary_key=True))
    op.create_table(
        "listed",
        sa.Column(
            "service_id",
            sa.String,
            sa.ForeignKey("service.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column(
            "list_name",
            sa.String,
            sa.ForeignKey("list.name", ondelete="CASCADE", onupdate="CASCADE"),
            primary_key=True,
        ),
    )
    op.create_table(
        "report",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("service_id", sa.String, nullable=False),
        sa.Column("name_en", sa.String, nullable=False),
        sa.Column("name_fr", sa.String, nullable=False),
        sa.Column("fault", sa.String, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("reported_on", sa.Date, nullable=False),
    )
