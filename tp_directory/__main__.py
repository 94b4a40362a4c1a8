"""Starts the program: `python -m tp_directory`."""

from tp_directory.cli.main import main

if __name__ == "__main__":
    main()
