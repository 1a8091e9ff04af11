"""The examples of a rule file: texts, documents, several files or bytes, with [[ ]] round what must be flagged."""

from __future__ import annotations

import re
from typing import Any

from newslint.checks.parameters import (
    Choice,
    Kind,
    ListOf,
    MapOf,
    Parameter,
    ParameterError,
    Path,
    Raw,
    RecordOf,
    Settings,
    Text,
    describe,
    read_settings,
)
from newslint.model import Zone
from newslint.model.records import NamedTuple
from newslint.readers.base import format_of
from newslint.rulebook.rule import Example, ExampleFile, Proposed

_RUN = re.compile(r"\[{2,}|\]{2,}")
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|.|$)", re.DOTALL)
_SIGNS = {"n": b"\n", "r": b"\r", "t": b"\t", "\\": b"\\"}
_FORMS = ("text", "document", "files", "bytes")
_ZONES = [z for z in Zone if z is not Zone.QUOTATION]

FIELDS = (
    Parameter("text", Text(), "a piece of text, read as a paragraph; [[ ]] marks what must be flagged"),
    Parameter("document", Text(), "a whole article; [[ ]] marks what must be flagged"),
    Parameter("files", MapOf(Text()), "several articles: file name and text; [[ ]] marks what must be flagged"),
    Parameter("bytes", Text(), "a whole article in bytes: \\xE9 is a byte, other characters are UTF-8"),
    Parameter("format", Text(), "how the document is read: text, markdown, html, fields"),
    Parameter("metadata", MapOf(Text()), "what is known about the article: published, section, language ..."),
    Parameter("zone", Choice(*_ZONES), "zone that the text stands in; a paragraph unless said"),
    Parameter(
        "proposals",
        ListOf(
            RecordOf(
                Parameter("words", Text(), "the words that the proposal is about, wherever they stand", required=True),
                Parameter("rule", Text(), "the checker's name for what it found", required=True),
                Parameter("category", Text(), "its category"),
                Parameter("kind", Text(), "its kind: misspelling, grammar, typographical ..."),
                Parameter("message", Text(), "what the checker says"),
                Parameter("suggestions", ListOf(Text()), "what it would put there, the likeliest first"),
            )
        ),
        "for the kind external: what an external checker is supposed to say of the example",
    ),
    Parameter("fix", Text(), "the whole text after the first suggestion of each finding"),
)


class Marked(NamedTuple):
    """A text without its [[ ]], and the half-open ranges that they marked, by start."""

    text: str
    marks: tuple[tuple[int, int], ...]


def unmark(text: str) -> Marked:
    """Take the marks out of a text. Marks may be nested or empty; in a run of brackets they are the outer ones at the
    start and the last ones at the end, so that "[[[x]]]" marks "[x]". Raises ValueError for a mark without partner."""
    out: list[str] = []
    marks: list[tuple[int, int]] = []
    opened: list[int] = []
    at = length = 0
    for run in _RUN.finditer(text):
        count = len(run.group()) // 2
        rest = len(run.group()) - 2 * count
        piece = text[at : run.start()]
        if run.group()[0] == "[":
            length += len(piece)
            opened += [length] * count
            length += rest
            out += [piece, "[" * rest]
        else:
            closing = min(count, len(opened))
            keep = len(run.group()) - 2 * closing
            length += len(piece) + keep
            out += [piece, "]" * keep]
            marks += [(opened.pop(), length) for _ in range(closing)]
            if closing < count:
                raise ValueError("found ']]' without '[[' before it")
        at = run.end()
    if opened:
        raise ValueError("found '[[' without ']]' behind it")
    out.append(text[at:])
    return Marked("".join(out), tuple(sorted(marks)))


def to_bytes(text: str) -> bytes:
    r"""The bytes that an escaped text stands for: \xE9 is one byte, \n \r \t \\ are what they are in most languages,
    every other character is UTF-8. Raises ValueError for another escape."""
    out, at = [], 0
    for match in _ESCAPE.finditer(text):
        out.append(text[at : match.start()].encode())
        code = match.group(1)
        if len(code) == 3:
            out.append(bytes([int(code[1:], 16)]))
        elif code in _SIGNS:
            out.append(_SIGNS[code])
        else:
            raise ValueError(rf"found '\{code}', expected \xNN with two hexadecimal digits, or one of \n \r \t \\")
        at = match.end()
    return b"".join([*out, text[at:].encode()])


class ExampleKind(Kind):
    """One example: text, or a mapping."""

    expected = "text or a mapping with one of the keys text, document, files, bytes"

    def __init__(self, bad: bool) -> None:
        self.bad = bad
        self.fields = FIELDS if bad else tuple(f for f in FIELDS if f.name != "fix")

    def schema(self) -> dict[str, Any]:
        return RecordOf(*self.fields, short="text").schema()

    def read(self, raw: Raw, path: Path = ()) -> Example:
        if isinstance(raw, list):
            raise ParameterError(
                f"found a list, expected {self.expected}", path, hint="put quotes round text that begins with ["
            )
        settings = read_settings({"text": raw} if isinstance(raw, str) else raw, self.fields, path)
        forms = [f for f in _FORMS if f in settings.values and settings.values[f] is not None]
        if len(forms) != 1:
            found = " and ".join(forms) or "none"
            raise ParameterError(f"found {found} of the keys text, document, files, bytes, expected one", path)
        form = forms[0]
        self._fitting(settings, form, path)
        inner = path if isinstance(raw, str) else (*path, form)
        files, marks = [], []
        texts = settings.mapping("files") if form == "files" else {"": settings.text(form)}
        for name, text in texts.items():
            where = (*inner, name) if form == "files" else inner
            file, found_marks = self._file(settings, form, name, text, where)
            files.append(file)
            marks.append(found_marks)
        if self.bad and not any(marks):
            raise ParameterError("a bad example marks nothing", inner, hint="put [[ ]] round what must be flagged")
        fix = settings.text("fix") if settings.has("fix") else None
        fix = _line(fix) if fix and form == "text" else fix
        proposals = tuple(
            Proposed(p.text("words"), p.text("rule"), p.text("category"), p.text("kind"), p.text("message"),
                     p.texts("suggestions"))
            for p in settings.records("proposals")
        )  # fmt: skip
        return Example(self.bad, tuple(files), tuple(marks), fix, path=path, proposals=proposals)

    def _fitting(self, settings: Settings, form: str, path: Path) -> None:
        """Raise for keys that don't go with the form, and for text that a paragraph can't be."""
        if settings.has("zone") and form != "text":
            raise ParameterError("'zone' is for an example of the key 'text'", (*path, "zone"), key=True)
        if settings.has("fix") and form == "files":
            raise ParameterError("'fix' is for an example of one text", (*path, "fix"), key=True)
        if form == "text" and not settings.text("text").strip("\n"):
            raise ParameterError("found nothing, expected text", path)
        if form == "text" and "\n" in _line(settings.text("text")):
            raise ParameterError("found several lines, expected one paragraph", path, hint="use the key 'document'")

    def _file(self, settings: Settings, form: str, name: str, text: str, path: Path) -> tuple[ExampleFile, Any]:
        if form == "text":
            text = _line(text)
        try:
            if not self.bad and "[[" in text and "]]" in text:
                raise ValueError("a good example marks something, expected no [[ ]]")
            marked = unmark(text) if self.bad else Marked(text, ())
            data, marks = None, marked.marks
            if form == "bytes":
                data = to_bytes(marked.text)
                marks = tuple((len(to_bytes(marked.text[:a])), len(to_bytes(marked.text[:b]))) for a, b in marks)
        except ValueError as error:
            raise ParameterError(str(error), path) from None
        format = settings.text("format") or (name and format_of(name)) or ""
        zone = Zone(settings.text("zone") or "paragraph") if form == "text" else None
        plain = "" if data is not None else marked.text
        return ExampleFile(name, plain, data, settings.mapping("metadata"), format, zone), marks


def _line(text: str) -> str:
    """A text without the line end that a YAML block scalar leaves."""
    return text.removesuffix("\n")


class Examples(Kind):
    """The bad and good examples of a rule."""

    expected = "a mapping with the keys bad and good"
    fields = (
        Parameter("bad", ListOf(ExampleKind(bad=True)), "what the rule must flag"),
        Parameter("good", ListOf(ExampleKind(bad=False)), "what the rule must leave alone"),
    )

    def read(self, raw: Raw, path: Path = ()) -> tuple[Example, ...]:
        if not isinstance(raw, dict):
            raise ParameterError(f"found {describe(raw)}, expected {self.expected}", path)
        settings = read_settings(raw, self.fields, path)
        return (*(settings.values["bad"] or ()), *(settings.values["good"] or ()))

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {f.name: f.kind.schema() | {"description": f.doc} for f in self.fields},
            "additionalProperties": False,
        }
