"""Updates in the window: begun at their times or when asked, told of, and taken back."""
