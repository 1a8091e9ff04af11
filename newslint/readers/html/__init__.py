"""HTML: a fragment as a CMS stores it, or a whole page."""

from newslint.readers.html.reader import read

__all__ = ["read"]
