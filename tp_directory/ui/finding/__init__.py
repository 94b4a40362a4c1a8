"""Asking the directory: words, place and filters, and what answers them."""
