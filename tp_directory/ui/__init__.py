"""The window: Qt lives here and in app.py only. Widgets show and ask; they never decide."""
