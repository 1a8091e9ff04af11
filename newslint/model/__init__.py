"""The nouns that every room of newslint shares. Standard library only; knows no rules, files or formats."""

from newslint.model.diagnostic import Diagnostic, Origin, Proposal, ReadError, Related, Report
from newslint.model.document import Block, Directive, Document, Metadata, Note, Part
from newslint.model.fix import Applicability, Edit, Fix, apply_edits
from newslint.model.severity import Confidence, Severity, Verdict
from newslint.model.source import Position, Source
from newslint.model.span import Span
from newslint.model.summary import Summary
from newslint.model.textmap import PLAIN, Codec, Segment, TextMap
from newslint.model.zone import ALL, GROUPS, PROSE, TEXT, Zone

__all__ = [
    "ALL", "GROUPS", "PLAIN", "PROSE", "TEXT", "Applicability", "Block", "Codec", "Confidence", "Diagnostic",
    "Directive", "Document", "Edit", "Fix", "Metadata", "Note", "Origin", "Part", "Position", "Proposal", "ReadError",
    "Related", "Report", "Segment", "Severity", "Source", "Span", "Summary", "TextMap", "Verdict", "Zone",
    "apply_edits",
]  # fmt: skip
