"""The documentation, and the programs that make the part of it that comes from the program itself."""
