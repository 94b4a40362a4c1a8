"""One service: everything that its record says, and what can be done with it."""
