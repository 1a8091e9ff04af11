"""A newslint plug-in: a check kind, a reader, a reporter and a pack."""
