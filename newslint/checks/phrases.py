"""What the pattern kinds share: texts and patterns of a rule, word lists in them, exceptions, the longest match."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from newslint.checks.base import BlockHit, Check, State
from newslint.checks.parameters import ListOf, MapOf, Parameter, ParameterError, Path, RecordOf, Settings, Text
from newslint.matching import Matcher, Pattern
from newslint.model.records import NamedTuple
from newslint.storage.expressions import expression
from newslint.text.casing import follow
from newslint.text.lexicon import Lexicon
from newslint.text.template import Template, TemplateError, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar

_LIST = expression(r"(?<!\\)@([a-z][a-z0-9-]*)")
_NAMED = expression(r"\(\?P<(\w+)>")
_GROUP = expression(r"(?s:\\.)|(\((?!\?)|\(\?P<)")
_MOST = 20_000
"""Texts that one literal with word lists may stand for."""

WORDS = Parameter("words", ListOf(Text()), "texts to find, as whole words; @name stands for each word of a list")
PATTERNS = Parameter(
    "patterns",
    ListOf(
        RecordOf(
            Parameter("match", Text(), "regular expression; @name stands for any word of a list", required=True),
            Parameter("to", ListOf(Text()), "replacements, the likeliest first; {1} is the first group"),
            Parameter("except", ListOf(Text()), "regular expressions; a find that overlaps one is right"),
            short="match",
        )
    ),
    "regular expressions to find",
)
REFERENCES = Parameter(
    "references",
    MapOf(ListOf(Text())),
    "address of a style guide's page: the texts and patterns that come from it, not from the rule's `reference`",
)
EXCEPT = Parameter("except", ListOf(Text()), "texts in which a find is right; regular expressions between slashes")


class Entry(NamedTuple):
    """What one pattern of the matcher is for: its own writing (of a literal), replacements, number of its record,
    address of the page that it goes back to."""

    literal: str
    to: tuple[Template | str, ...]
    record: int
    reference: str = ""


class Phrases:
    """The patterns of a rule in the order the matcher gets them: what to find, then the exceptions. at_start: of what a
    regular expression finds only that counts which begins its block, white space aside."""

    __slots__ = ("_at_start", "_entries", "_exceptions", "_lexicon", "_matcher", "entries", "labels", "patterns")

    def __init__(self, lexicon: Lexicon, at_start: bool = False) -> None:
        self._lexicon = lexicon
        self._at_start = at_start
        self.patterns: list[Pattern] = []
        self._entries: list[Entry | None] = []
        self.entries: list[Entry | None] | _Entries = self._entries
        """What each pattern is for; None for an exception's."""
        self.labels: list[tuple[int, str, int]] = []
        """What a kind has to say of each record, if anything."""
        self._exceptions: dict[int, int] = {}
        """Number of an exception's pattern -> the record that it is for, -1 for all."""
        self._matcher: Matcher | None = None

    @classmethod
    def revived(cls, lexicon: Lexicon, state: State) -> Phrases:
        """Those that left the state, without their patterns."""
        phrases = cls(lexicon)
        phrases.entries = _Entries(state.rows)
        phrases._exceptions, phrases.labels, matcher = state.value
        if matcher:
            from newslint.matching.stored import from_plain

            phrases._matcher = from_plain(matcher)
        return phrases

    def state(self) -> State:
        """What `revived` needs."""
        from newslint.matching.stored import plain

        matcher = plain(self._matcher) if self._matcher else None
        rows = self.entries.rows if isinstance(self.entries, _Entries) else list(map(_row, self.entries))
        return State((self._exceptions, self.labels, matcher), rows)

    @property
    def replaces(self) -> bool:
        """Whether any of the texts and patterns added has a replacement."""
        return any(entry and entry.to for entry in self._entries)

    @property
    def matcher(self) -> Matcher:
        """What finds the patterns in a text that the engine doesn't scan."""
        if self._matcher is None:
            self._matcher = Matcher(self.patterns)
        return self._matcher

    def add_literal(
        self, text: str, to: Iterable[Template | str] = (), path: Path = (), record: int = -1, reference: str = ""
    ) -> None:
        """A text to find as whole words. One without capitals is found in any case, else only as it is written."""
        for writing in self.expand(text, path):
            self.patterns.append(Pattern(writing, literal=True, ignore_case=writing == writing.lower()))
            self._entries.append(Entry(writing, tuple(to), record, reference))

    def add_pattern(
        self, text: str, to: Iterable[Template | str] = (), path: Path = (), record: int = -1, reference: str = ""
    ) -> None:
        """A regular expression to find."""
        self.patterns.append(Pattern(self.in_pattern(text, path), at_start=self._at_start))
        self._entries.append(Entry("", tuple(to), record, reference))

    def add_record(
        self, number: int, match: str, to: Sequence[str], exceptions: Sequence[str], path: Path, reference: str = ""
    ) -> None:
        """One item of `patterns`."""
        templates = [template(t, (*path, "to", i), groups=match) for i, t in enumerate(to)]
        self.add_pattern(match, templates, (*path, "match"), number, reference)
        for i, text in enumerate(exceptions):
            self.add_exception(text, (*path, "except", i), number)

    def add_exception(self, text: str, path: Path = (), record: int = -1) -> None:
        """A regular expression; a find of the record (-1: any find) that it overlaps is right."""
        self._add_exception(Pattern(self.in_pattern(text, path), exception=True), record)

    def add_exceptions(self, texts: Iterable[str], path: Path = ("except",)) -> None:
        """Texts, or /regular expressions/, in which every find is right."""
        for i, text in enumerate(texts):
            if len(text) > 2 and text[0] == text[-1] == "/":
                self.add_exception(text[1:-1], (*path, i))
            else:
                for writing in self.expand(text, (*path, i)):
                    self._add_exception(Pattern(writing, True, writing == writing.lower(), exception=True), -1)

    def _add_exception(self, pattern: Pattern, record: int) -> None:
        self._exceptions[len(self.patterns)] = record
        self.patterns.append(pattern)
        self._entries.append(None)

    def expand(self, text: str, path: Path = ()) -> list[str]:
        """The texts that a literal with @lists stands for. Raises ParameterError for an unknown list."""
        pieces = _LIST.split(text)
        choices = [[p] if i % 2 == 0 else list(self._words(p, path)) for i, p in enumerate(pieces)]
        count = 1
        for c in choices:
            count *= len(c)
        if count > _MOST:
            raise ParameterError(f"'{text}' stands for {count} texts, more than {_MOST}", path)
        return ["".join(c).replace("\\@", "@") for c in product(*choices)]

    def in_pattern(self, text: str, path: Path = ()) -> str:
        """A regular expression with its @lists written out. Raises ParameterError for an unknown list."""

        def alternatives(m: re.Match[str]) -> str:
            words = sorted(self._words(m.group(1), path), key=len, reverse=True)
            return "(?:" + "|".join(map(re.escape, words)) + ")"

        return _LIST.sub(alternatives, text)

    def _words(self, name: str, path: Path) -> Iterable[str]:
        if name not in self._lexicon:
            raise ParameterError(f"no word list is named '{name}'; write \\@ for the sign itself", path)
        return self._lexicon[name]

    def finds(self, hits: Iterable[BlockHit]) -> list[tuple[BlockHit, Entry]]:
        """The hits that count, by block and place: no exception touches them, and of overlapping ones the longest."""
        found: list[tuple[BlockHit, Entry]] = []
        barred: list[BlockHit] = []
        entries = self.entries
        clear, within, first, last = True, -1, -1, 0
        for h in hits:
            block, pattern, start, end, _, _ = h
            entry = entries[pattern]
            if entry is None:
                barred.append(h)
                continue
            if block.index != within:
                clear = clear and block.index > within
                within = block.index
            elif start < last or start == first:
                clear = False
            first, last = start, end
            found.append((h, entry))
        if found and barred:
            return self._settled(found, barred)
        return found if clear else [x for items in _by_block(found).values() for x in _longest(items)]

    def _settled(self, found: list[tuple[BlockHit, Entry]], barred: list[BlockHit]) -> list[tuple[BlockHit, Entry]]:
        """The same where exceptions stand in the article."""
        bars: dict[int, dict[int, list[tuple[int, int]]]] = {}
        for h in barred:
            records = bars.setdefault(h.block.index, {})
            records.setdefault(self._exceptions[h.pattern], []).append((h.start, h.end))
        out: list[tuple[BlockHit, Entry]] = []
        for index, items in _by_block(found).items():
            if index in bars:
                here = {record: _Bars(spans) for record, spans in bars[index].items()}
                items = [x for x in items if not any(r in here and here[r].touch(x[0]) for r in {-1, x[1].record})]
            out += _longest(items)
        return out


def _by_block(found: list[tuple[BlockHit, Entry]]) -> dict[int, list[tuple[BlockHit, Entry]]]:
    blocks: dict[int, list[tuple[BlockHit, Entry]]] = {}
    for item in found:
        blocks.setdefault(item[0].block.index, []).append(item)
    return blocks


def referred(settings: Settings) -> dict[str, str]:
    """The address of each text that `references` names. Raises ParameterError."""
    found = {}
    for address, texts in settings.mapping("references").items():
        if not address.startswith(("https://", "http://")):
            message = f"found '{address}', expected an address that begins with https://"
            raise ParameterError(message, ("references", address), key=True)
        found.update(dict.fromkeys(texts, address))
    return found


def _row(entry: Entry | None) -> object:
    """An entry as plain values: a template is a tuple of its text."""
    if entry is None:
        return None
    row = entry.literal, [(t.text,) if isinstance(t, Template) else t for t in entry.to], entry.record
    return (*row, entry.reference) if entry.reference else row


class _Entries(dict[int, Entry | None]):
    """Entries by number, from the rows that they became."""

    def __init__(self, rows: Sequence[Any]) -> None:
        self.rows = rows

    def __missing__(self, at: int) -> Entry | None:
        row, entry = self.rows[at], None
        if row is not None:
            literal, to, record, *rest = row
            entry = Entry(literal, tuple(parse(t[0]) if isinstance(t, tuple) else t for t in to), record, *rest)
        self[at] = entry
        return entry


class PhraseCheck(Check):
    """A kind that finds what `gather` takes out of its `settled` parameters, and needs these for nothing else. So the
    check of thousands of entries is made from its state at once, and an entry once it is found."""

    settled: ClassVar[tuple[str, ...]] = ("words", "patterns", "except", "references")

    def __init__(self, settings: Settings, lexicon: Lexicon, phrases: Phrases | None = None) -> None:
        self._lexicon = lexicon
        if phrases is None:
            phrases = self.gather(settings, lexicon)
        self._phrases = phrases

    @staticmethod
    def gather(settings: Settings, lexicon: Lexicon) -> Phrases:
        """What to look for. Raises ParameterError."""
        raise NotImplementedError

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def state(self) -> State:
        return self._phrases.state()

    @classmethod
    def revived(cls, settings: Settings, lexicon: Lexicon, state: State) -> Check:
        return cls(settings, lexicon, Phrases.revived(lexicon, state))


class _Bars:
    """Ranges in which finds are right, merged, so that asking about many finds stays cheap."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, h: BlockHit) -> bool:
        """Whether one of the ranges overlaps a hit; an empty hit counts as the character behind it."""
        i = bisect_left(self._starts, max(h.end, h.start + 1)) - 1
        return i >= 0 and h.start < self._ends[i]


def _longest(items: list[tuple[BlockHit, Entry]]) -> list[tuple[BlockHit, Entry]]:
    """Of overlapping hits the longest, of equally long ones the first; in order of place."""
    if len(items) < 2:
        return items
    items.sort(key=lambda x: (x[0].start, x[0].end))
    out: list[tuple[BlockHit, Entry]] = []
    cluster = [items[0]]
    end = items[0][0].end
    for item in items[1:]:
        # Hits apart from each other are settled apart: one long list to insert in would take quadratic time.
        if item[0].start >= end and item[0].start > cluster[-1][0].start:
            out += _settle(cluster)
            cluster = []
        cluster.append(item)
        end = max(end, item[0].end)
    return out + _settle(cluster)


def _settle(items: list[tuple[BlockHit, Entry]]) -> list[tuple[BlockHit, Entry]]:
    """The same for a few hits that overlap."""
    if len(items) < 2:
        return items
    items.sort(key=lambda x: (x[0].start - x[0].end, x[0].start, x[0].pattern))
    starts: list[int] = []
    out: list[tuple[BlockHit, Entry]] = []
    for item in items:
        hit = item[0]
        i = bisect_left(starts, hit.start)
        after = out[i][0] if i < len(out) else None
        before = out[i - 1][0] if i else None
        if (after and (after.start < hit.end or after.start == hit.start)) or (before and before.end > hit.start):
            continue
        starts.insert(i, hit.start)
        out.insert(i, item)
    return out


def template(text: str, path: Path = (), groups: str | None = None) -> Template:
    """A replacement as a template. Raises ParameterError with its place.

    groups: the regular expression whose groups it may name; None lets any name pass.
    """
    try:
        found = parse(text)
        names = found.names - {"match", "0"}
        # Brackets are counted: compiling every pattern at load costs too much, and one in a class does no harm.
        count = sum(map(bool, _GROUP.findall(groups or "")))
        known = {"match", *map(str, range(count + 1)), *_NAMED.findall(groups or "")}
        return parse(text, known) if names and groups is not None else found
    except TemplateError as error:
        raise ParameterError(str(error), path) from error


def written(to: Iterable[Template | str], found: str, hit: BlockHit, entry: Entry, lexicon: Lexicon) -> list[str]:
    """The replacements of a find: templates filled with its groups, plain texts in its case."""
    result = []
    values: defaultdict[str, str] | None = None
    for t in to:
        if not isinstance(t, Template):
            result.append(follow(found, t, literal=entry.literal, small=lexicon["small-words"]))
        elif t.plain is not None:
            result.append(t.plain)
        else:
            values = values or defaultdict(str, groups(hit) | {"match": found, "0": found})
            result.append(t.fill(values, lexicon))
    return result


_NONE: dict[str, str] = {}


def groups(hit: BlockHit) -> dict[str, str]:
    """The groups of a find by number and name, for messages; none where there is but group 0: the engine has that."""
    found = hit[4]
    if len(found) < 2:
        return _NONE
    return {str(i): g for i, g in enumerate(found)} | (hit.names or {})
