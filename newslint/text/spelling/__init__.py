"""Spelling: dictionaries, what a word that none of them has was meant to be, and what new words are made of."""
