"""Guided checklists in the window."""
