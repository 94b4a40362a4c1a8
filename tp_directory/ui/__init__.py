"""The window: Qt lives here and in app only. Widgets show and ask; they never decide."""
