"""The records of an edition in SQLite, in tables shaped like HSDS, through SQLAlchemy."""
