"""Fields: an article as a content system holds it, one JSON object with headline, standfirst, body and the like."""

from newslint.readers.fields.article import read
from newslint.readers.fields.source import to_source

__all__ = ["read", "to_source"]
