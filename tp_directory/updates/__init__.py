"""Signed editions: publishing them, and following them; the one part that touches the network."""
