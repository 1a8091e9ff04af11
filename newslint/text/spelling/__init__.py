"""Spelling: dictionaries, what a word that none of them has was meant to be, and what new words are made of."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""What `string.ascii_lowercase` is; that module compiles an expression when it is imported."""
