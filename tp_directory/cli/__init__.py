"""The command line: reads what is asked, asks the directory, and prints the answer."""
