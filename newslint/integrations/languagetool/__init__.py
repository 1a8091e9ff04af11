"""LanguageTool: a server that proposes what may be wrong with spelling and grammar. Nothing is imported from it."""
