"""What the worker keeps on purpose, and the page that shows and erases it."""
