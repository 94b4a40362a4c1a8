"""Fictional cases: told, run on the real checklists, and compared with what they expect."""
