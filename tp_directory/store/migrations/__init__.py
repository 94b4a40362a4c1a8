"""How a kept file of an older program becomes one of this program, step by step, by Alembic."""
