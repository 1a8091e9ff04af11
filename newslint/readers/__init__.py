"""Readers: bytes or text of one format in, a Document out. They mark structure and never judge it."""

from newslint.readers.base import ReadContext, Reader, UnknownFormat, Unreadable, format_of, formats, read, read_bytes

__all__ = ["ReadContext", "Reader", "UnknownFormat", "Unreadable", "format_of", "formats", "read", "read_bytes"]
