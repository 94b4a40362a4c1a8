"""Training on the real checklists with fictional cases: nothing is counted, nothing is kept."""
