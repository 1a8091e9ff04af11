"""Finds a digit that was typed with Shift held: "G&" for G7, "20!9" for 2019."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope
from newslint.checks.local import covered, local
from newslint.checks.marks import Marks
from newslint.checks.parameters import ListOf, MapOf, Parameter, RecordOf, Settings, Text
from newslint.checks.phrases import Phrases, template
from newslint.matching import Matcher, Pattern
from newslint.model import Block, Confidence
from newslint.model.records import NamedTuple
from newslint.storage.expressions import compiled, expression
from newslint.text.article import Article
from newslint.text.keyboards import characters, digits_for
from newslint.text.lexicon import Lexicon
from newslint.text.template import Template, parse

_MOST = 3
"""Suggestions that an editor is shown; layouts beyond those are noise."""

_REACH = 16
"""Code points on each side of the character that its token may take up."""

_PATIENCE = 30_000
"""Code points read before a quicker test for characters is made."""

_LETTERS = expression(r"[^\W\d_]+")
_JOINED = expression(r"[\w$£€]")
"""What may not adjoin a token: it would be part of it."""

_MAY_HOLD_SPACE = expression(r"\s|\\[sSWD]|(?<!\\)\.|\[\^")
"""In a regular expression: what may stand for white space."""

_SHAPE = RecordOf(
    Parameter("name", Text(), "what tokens of the shape are called", required=True),
    Parameter("match", Text(), "regular expression of a right token, digits and all", required=True),
    Parameter("after", ListOf(Text()), "words of which one should stand before; without it a find is likely only"),
    Parameter("except", ListOf(Text()), "regular expressions of tokens that are right with the character in them"),
    Parameter("doubtful", ListOf(Text()), "regular expressions of tokens that may be right: found, but likely only"),
)


class _Shape(NamedTuple):
    name: str
    match: re.Pattern[str]
    after: frozenset[str]
    exceptions: tuple[re.Pattern[str], ...]
    doubtful: tuple[re.Pattern[str], ...]


_Also = list[tuple[Pattern, Template]]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.matching.around import Around


class ShiftSlip(Check):
    """A token that has one of the rule's shapes once a character on a digit's key is read as that digit.

    Keys come from the word list `keyboards`, all layouts together. Brackets, quotation marks and exclamation marks are
    left alone wherever they can be meant: closed by a partner, or at the end of a sentence. Suggestions are first the
    tokens of the same letters that stand elsewhere in the article, then what the key gives; of that only what is
    `usual`, if anything is. `also` maps a regular expression to a template of such a token, so that "Group of 20"
    counts as G20. `signs` are names that hold such a character by right, and are found with the digit in its place:
    "AT7T".
    """

    name = "shift-slip"
    placeholders = ("shape", "character", "suggestions")
    variants = ("unshifted",)
    kept = ("_any", "_besides", "_digits", "_forms", "_key_text", "_long", "_one_word", "_unshifted", "_usual")
    parameters = (
        Parameter("shapes", ListOf(_SHAPE, 1), "shapes of tokens that hold digits", required=True),
        Parameter("except", ListOf(Text()), "regular expressions of text in which the character is right"),
        Parameter("signs", ListOf(Text()), "names with a character of a digit's key; @name for a word list"),
        Parameter("also", MapOf(Text()), "long forms of a token: regular expression -> template"),
        Parameter("usual", ListOf(Text()), "tokens that there are; where a key gives one of them, it gives no others"),
    )

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._forms = [
            (
                s.text("name"),
                local(s.text("match"), ("shapes", i, "match")),
                frozenset(w.lower() for w in s.texts("after")),
                tuple(local(x, ("shapes", i, "except")) for x in s.texts("except")),
                tuple(local(x, ("shapes", i, "doubtful")) for x in s.texts("doubtful")),
            )
            for i, s in enumerate(settings.records("shapes"))
        ]
        """The shapes, as they become the values of a `_Shape`."""
        self._besides = [local(x, ("except", i)) for i, x in enumerate(settings.texts("except"))]
        self._usual = settings.texts("usual")
        self._long = [
            (local(k, ("also", k)), template(v, ("also", k), groups=k).text)
            for k, v in settings.mapping("also").items()
        ]
        phrases = Phrases(lexicon)
        names = (n for i, t in enumerate(settings.texts("signs")) for n in phrases.expand(t, ("signs", i)))
        self._unshifted = {slip: name for name in names for slip in _unshifted(name, lexicon)}
        keys = "".join(sorted(characters(lexicon)))
        self._key_text = _beside_something(keys) if keys else ""
        patterns = [match for _, match, *_ in self._forms]
        self._any = _any_of(patterns)
        self._one_word = not any(map(_MAY_HOLD_SPACE.search, patterns))
        self._digits = {key: digits_for(key, lexicon) for key in keys}
        self.ready(lexicon)

    def ready(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._shapes = [
            _Shape(name, expression(match), after, tuple(map(expression, right)), tuple(map(expression, doubtful)))
            for name, match, after, right, doubtful in self._forms
        ]
        self._except = list(map(expression, self._besides))
        self._key = expression(self._key_text) if self._key_text else None
        self._any_shape = expression(self._any) if self._any else None
        self._also: _Also = [(Pattern(text), parse(to)) for text, to in self._long]
        self._matchers: dict[_Shape, Matcher] = {}
        self._asked = 0
        self._around: Around | None = None

    def needs(self) -> Needs | None:
        if self._key is None:
            return Needs(words=frozenset(map(str.lower, self._unshifted)))
        names = map(re.escape, sorted(self._unshifted))
        return Needs(search="|".join([self._key_text, *(rf"\b{name}\b" for name in names)]))

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if not article.vocabulary.isdisjoint(self._unshifted):
            yield from self._without_shift(article, scope)
        if self._key is None:
            return
        known = _Known(article, self._matcher, self._also)
        around = self._around or self._look_around(len(article.document.source))
        for block in scope.blocks(article):
            text, marks, done = block.text, None, 0
            for m in self._key.finditer(text):
                at = m.start()
                tries = self._tries(text, at, around) if at >= done else ()
                if not tries:
                    continue
                marks = marks or Marks(text)
                finding = self._token(known, block, at, marks, tries)
                if finding is not None and scope.allows(article, block, finding.start, finding.end):
                    done = finding.end
                    yield finding

    def _without_shift(self, article: Article, scope: Scope) -> Iterator[Finding]:
        """Names with a sign in which the sign's digit stands."""
        for block in scope.blocks(article):
            tokens = article.tokens(block)
            for i in (i for i, t in enumerate(tokens.texts) if t in self._unshifted):
                start, end = tokens.starts[i], tokens.end(i)
                if scope.allows(article, block, start, end) and _alone(block.text, start, end):
                    name = self._unshifted[tokens.texts[i]]
                    values = {"shape": name, "character": "", "suggestions": name}
                    yield Finding(block, start, end, values, (name,), variant="unshifted")

    def _matcher(self, shape: _Shape) -> Matcher:
        """What finds the right tokens of a shape, and their long forms."""
        if shape not in self._matchers:
            patterns = [Pattern(shape.match.pattern), *(pattern for pattern, _ in self._also)]
            self._matchers[shape] = Matcher(patterns)
        return self._matchers[shape]

    def _look_around(self, size: int) -> Around | None:
        """What tells by its neighbours that a character is no slip; worth making for more than a few articles or for a
        long one. size: code points of the next one."""
        self._asked += size
        if self._asked > _PATIENCE:
            from newslint.matching.around import Around

            try:
                self._around = Around([shape.match.pattern for shape in self._shapes])
            except NotImplementedError:
                self._asked = -1 << 60
        return self._around

    def _tries(self, text: str, at: int, around: Around | None) -> list[tuple[str, list[_Shape]]]:
        """The digits that may be meant at an offset, each with the shapes that it may belong to: what is cheap to
        tell."""
        shapes = self._shapes
        if around:
            found = ((digit, around.reaching(text, at, digit)) for digit in self._digits[text[at]])
            return [(digit, [shapes[n] for n in numbers]) for digit, numbers in found if numbers]
        return [(digit, shapes) for digit in self._digits[text[at]]] if self._may_be(text, at) else []

    def _may_be(self, text: str, at: int) -> bool:
        """Whether a shape can stand there, once a digit takes the character's place."""
        if self._any_shape is None:
            return True
        left, right = text[max(0, at - _REACH) : at], text[at + 1 : at + 1 + _REACH]
        if self._one_word:
            left = "" if left[-1:].isspace() else left.split()[-1] if left else left
            right = "" if right[:1].isspace() else right.split()[0] if right else right
        for digit in self._digits[text[at]]:
            first = self._any_shape.search(left + digit + right)
            if first and first.start() <= len(left):
                return True
        return False

    def _token(
        self, known: _Known, block: Block, at: int, marks: Marks, tries: Sequence[tuple[str, Sequence[_Shape]]]
    ) -> Finding | None:
        """The finding for the character at an offset, if it is a slip."""
        text = block.text
        low = max(0, at - _REACH)
        left, right = text[low:at], text[at + 1 : at + 1 + _REACH]
        for digit, shapes in tries:
            repaired = left + digit + right
            for shape in shapes:
                for m in shape.match.finditer(repaired):
                    if m.start() > at - low:
                        break
                    if m.end() <= at - low or not _alone(repaired, m.start(), m.end()):
                        continue
                    start, end = low + m.start(), low + m.end()
                    if not self._meant(shape, text, start, end, at, marks):
                        return None if self._excepted(text, at) else self._finding(known, block, start, end, at, shape)
        return None

    def _excepted(self, text: str, at: int) -> bool:
        """Whether one of the exceptions covers an offset."""
        return covered(self._except, text, at, at + 1, 2 * _REACH)

    def _meant(self, shape: _Shape, text: str, start: int, end: int, at: int, marks: Marks) -> bool:
        """Whether the token may be right as it stands."""
        token = text[start:end]
        if any(x.fullmatch(token) for x in shape.exceptions):
            return True
        if _in_name(text, start, end, at):
            return False
        # Inside a token no mark but a paired bracket has business: "A(1)".
        return marks.meant(at) if not start < at < end - 1 or text[at] in "()" else False

    def _sure(self, shape: _Shape, text: str, start: int, end: int) -> bool:
        """Whether nothing speaks for the token as it stands."""
        if any(x.fullmatch(text[start:end]) for x in shape.doubtful) or _in_name(text, start, end, end - 1):
            return False
        words = _LETTERS.findall(text[max(0, start - 24) : start])
        return not shape.after or text[end - 1] not in "*$£" or (bool(words) and words[-1].lower() in shape.after)

    def _finding(self, article: _Known, block: Block, start: int, end: int, at: int, shape: _Shape) -> Finding:
        token = block.text[start:end]
        by_key = [token[: at - start] + d + token[at - start + 1 :] for d in digits_for(block.text[at], self._lexicon)]
        by_key = [t for t in by_key if shape.match.fullmatch(t)]
        known = article.tokens(shape)
        stem = token[: at - start]
        same = [t for t in known if t in by_key]
        if at == end - 1 and stem.isalpha():
            same += [t for t in known if t not in by_key and t.startswith(stem) and t[len(stem) :].isdigit()]
        if any(t in self._usual for t in by_key):
            begun = [t for t in self._usual if at == end - 1 and t.startswith(stem)]
            by_key = [*(t for t in by_key if t in self._usual), *begun]
        sure = self._sure(shape, block.text, start, end)
        replacements = tuple(dict.fromkeys([*same, *by_key]))[:_MOST]
        values = {"shape": shape.name, "character": block.text[at], "suggestions": " or ".join(replacements[:2])}
        return Finding(block, start, end, values, replacements, Confidence.CERTAIN if sure else Confidence.LIKELY)


class _Known:
    """Tokens that stand in an article as they should; looked for once a shape has a finding."""

    def __init__(self, article: Article, matcher: Callable[[_Shape], Matcher], also: _Also) -> None:
        self._article = article
        self._matcher = matcher
        self._also = also
        self._found: dict[_Shape, list[str]] = {}

    def tokens(self, shape: _Shape) -> list[str]:
        """Tokens of a shape, the most frequent first."""
        if shape not in self._found:
            counts: dict[str, int] = {}
            for token in self._tokens(shape):
                counts[token] = counts.get(token, 0) + 1
            self._found[shape] = sorted(counts, key=lambda t: -counts[t])
        return self._found[shape]

    def _tokens(self, shape: _Shape) -> Iterator[str]:
        matcher = self._matcher(shape)
        for block in self._article.blocks:
            for hit in matcher.scan(block.text, self._article.tokens(block)):
                if hit.pattern:
                    groups = {str(i): g for i, g in enumerate(hit.groups)}
                    token = self._also[hit.pattern - 1][1].fill(groups, self._article.lexicon)
                    if shape.match.fullmatch(token):
                        yield token
                elif _alone(block.text, hit.start, hit.end):
                    yield block.text[hit.start : hit.end]


def _unshifted(name: str, lexicon: Lexicon) -> Iterator[str]:
    """What is typed for a name when Shift is missed at one of its signs."""
    for at, character in enumerate(name):
        for digit in digits_for(character, lexicon)[:1]:
            yield name[:at] + digit + name[at + 1 :]


def _beside_something(keys: str) -> str:
    """One of the characters with a letter, digit or sign of money beside it: only then can it stand for a digit."""
    return rf"[{re.escape(keys)}](?:(?<=[^\W_](?s:.))|(?<=[$£€\-.,%](?s:.))|(?=[\d%.]|[-:]\d))"


def _any_of(patterns: list[str]) -> str:
    """What finds any of some patterns, "" where they can't be put together."""
    together = "|".join(f"(?:{pattern})" for pattern in patterns)
    try:
        # Groups of one pattern would be taken for those of another.
        return "" if compiled(together).groups else together
    except re.error:
        return ""


def _in_name(text: str, start: int, end: int, at: int) -> bool:
    """Whether an exclamation mark behind a lone letter stands before a capital: the end of a sentence in theory ("I
    passed maths, but not C! He"), in print a name ("the X! Technologies office")."""
    letter = text[start]
    if text[at] != "!" or end - start != 2 or at != end - 1 or letter in "ABIO" or not letter.isupper():
        return False
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and start > 1


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a range is a token of its own."""
    if start and _JOINED.match(text[start - 1]):
        return False
    if start > 1 and text[start - 1] in "-/.,'’&@#" and text[start - 2].isalnum():
        return False
    after = text[end : end + 2]
    if after[:1].isalnum() or after[:1] in ("%", "_"):
        return False
    return not (after[:1] in ("-", "/", "&") and after[1:].isdigit())
