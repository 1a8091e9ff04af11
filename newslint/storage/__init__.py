"""Plain values in a file that is mapped into memory and read piece by piece, each piece checked as it is read."""

from newslint.storage.file import Damaged, Made, Rows, Stored, Table

__all__ = ["Damaged", "Made", "Rows", "Stored", "Table"]
