"""For authors of checklists: what is wrong with one, a template, and generated formulas."""
