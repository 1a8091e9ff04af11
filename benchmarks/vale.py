"""Turns a folder of Vale styles into a pack of newslint rules, as far as they are about patterns.

The folder is one that a person gives; none of its rules are part of newslint. What a kind of Vale rule means is taken
from Vale's source (internal/check, version 3.22.0): tokens are joined into one expression between word edges, unless
the rule is `nonword`; `raw` comes before them, or behind them with `append`; without a scope a rule sees all text,
quotations too. Tokens that are plain words become newslint's literal texts, which are found whatever the white space,
hyphen and apostrophe; all others become patterns of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.expressions import Unconvertible, python_pattern
from newslint.matching import Matcher, Pattern, PatternError

Source = dict[str, Any]
Target = dict[str, Any]

_PLAIN = re.compile(r"\w(?:[\w ',&/-]*\w)?")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORDS = {r"\b(\w+)\b", r"\b\w+\b", r"\w+", r"(\w+)", r"\S+", r"[^\s]+"}
_HEADING = ["headline", "crosshead", "quotation"]
_ZONES = {"text": ["all"], "sentence": ["all"], "paragraph": ["all"], "summary": ["all"], "raw": ["all"],
          "heading": _HEADING, "list": ["list-item", "quotation"], "blockquote": ["blockquote", "quotation"],
          "table": ["table", "quotation"]}  # fmt: skip


class Converted(NamedTuple):
    """A rule of the pack and the Vale rule that it stands for."""

    id: str
    vale: str
    kind: str
    scope: str
    texts: int


class Outcome(NamedTuple):
    """What became of a folder of styles: the rules, and (rule, what, why) for all that has no equal here."""

    rules: list[Converted]
    left: list[tuple[str, str, str]]


def convert(styles: Path, pack: Path) -> Outcome:
    """Write the rules of all styles in a folder (a folder each) to a pack."""
    outcome = Outcome([], [])
    pack.mkdir(parents=True, exist_ok=True)
    about = {"name": "vale-styles", "description": "Converted from Vale styles for a comparison", "language": "en",
             "licence": "as the styles", "version": "0"}  # fmt: skip
    _write(pack / "pack.yaml", about)
    for path in sorted(styles.glob("*/*.yml")):
        name = f"{path.parent.name}.{path.stem}"
        try:
            source = read(styles, path)
            kind = source.get("extends", "")
            rule = _Rule(source)
            target = rule.convert(kind)
        except Unconvertible as error:
            outcome.left.append((name, "the rule", str(error)))
            continue
        outcome.left.extend((name, what, why) for what, why in rule.left)
        id = f"{kebab(path.parent.name)}/{kebab(path.stem)}"
        _write(pack / f"{id}.yaml", target)
        outcome.rules.append(Converted(id, name, kind, _scope(source), rule.texts))
    return outcome


def styles_in(folder: Path) -> list[str]:
    """Names of the styles in a folder."""
    return sorted({p.parent.name for p in folder.glob("*/*.yml")})


def kebab(name: str) -> str:
    """A Vale name as ids are written here: "HeadingAcronyms" is "heading-acronyms"."""
    return re.sub(r"[^a-z0-9]+", "-", _HUMP.sub("-", name).lower()).strip("-")


def read(styles: Path, path: Path) -> Source:
    """A Vale rule with all that it takes over from the rule that it extends. Every scalar is text."""
    raw = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)
    if not isinstance(raw, dict):
        raise Unconvertible("not a mapping")
    base = raw.get("extends", "")
    if "." in base:
        style, _, name = base.partition(".")
        origin = styles / style / f"{name.replace('.', '/')}.yml"
        if not origin.is_file() or origin == path:
            raise Unconvertible(f"extends {base}, which is not there")
        inherited = read(styles, origin)
        raw = {**inherited, **raw, "extends": inherited["extends"]}
    return raw


def _write(path: Path, value: Target) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def _scope(source: Source) -> str:
    scope = source.get("scope", "text")
    return scope if isinstance(scope, str) else ", ".join(scope)


def _is(source: Source, key: str, unless: bool = False) -> bool:
    """A switch; Vale takes its keys in any case."""
    value = next((v for k, v in source.items() if k.lower() == key), "")
    return str(value).lower() in ("true", "yes", "on") if value else unless


def _list(source: Source, key: str) -> list[str]:
    value = source.get(key) or []
    return [value] if isinstance(value, str) else [str(v) for v in value]


def _plain(text: str) -> str:
    """Text as a template, in which a brace is written twice."""
    return text.replace("{", "{{").replace("}", "}}")


class _Rule:
    """One Vale rule on its way; `left` gathers what of it has no equal."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.left: list[tuple[str, str]] = []
        self.texts = 0
        self.any_case = _is(source, "ignorecase")
        self.word = not _is(source, "nonword")

    def convert(self, kind: str) -> Target:
        """The rule file. Raises Unconvertible."""
        kinds: dict[str, Callable[[], tuple[str, Target]]] = {
            "existence": self._existence, "substitution": self._substitution, "occurrence": self._occurrence,
            "repetition": self._repetition, "consistency": self._consistency, "conditional": self._conditional,
            "capitalization": self._capitalization,
        }  # fmt: skip
        if kind not in kinds:
            why = {"spelling": "needs a dictionary", "script": "is a program", "sequence": "goes by parts of speech",
                   "metric": "is a formula over the file", "readability": "is a formula over the file"}  # fmt: skip
            raise Unconvertible(f"{kind} {why.get(kind, 'is a kind unknown here')}")
        zones = self._zones()
        check, own = kinds[kind]()
        target: Target = {
            "check": check,
            "severity": self.source.get("level", "warning"),
            "message": self._message(kind),
            "zones": zones,
        }
        if str(self.source.get("link", "")).startswith(("https://", "http://")):
            target["reference"] = self.source["link"]
        if self.source.get("description", "").strip():
            target["why"] = self.source["description"]
        return target | own

    def _zones(self) -> list[str]:
        zones: list[str] = []
        for scope in _list(self.source, "scope") or ["text"]:
            name = scope.split(".")[0]
            if name not in _ZONES or "&" in scope:
                raise Unconvertible(f"scope {scope} has no zone")
            zones += _ZONES[name]
        return list(dict.fromkeys(zones))

    def _message(self, kind: str) -> str:
        """Vale fills %s in turn; a substitution has two, the replacement first."""
        value = {"repetition": "{word}", "consistency": "{match}"}.get(kind, "{match}")
        values = ["{replacement}", "{match}"] if kind == "substitution" else [value]
        parts = re.split(r"%[sdq]", _plain(self.source["message"]))
        out = parts[0]
        for i, part in enumerate(parts[1:]):
            out += values[min(i, len(values) - 1)] + part
        return out

    # The kinds.

    def _existence(self) -> tuple[str, Target]:
        raw = "".join(_list(self.source, "raw"))
        tokens = [t for t in _list(self.source, "tokens") if t.strip()]
        words: list[str] = []
        patterns: list[Target] = []
        for token in tokens or [""]:
            literal = self._literal(token) if token and not raw else None
            if literal is not None:
                words.append(literal)
            else:
                patterns += self._pattern(token, raw)
        self._needs(words or patterns)
        own: Target = {"words": words, "patterns": patterns, "except": self._exceptions()}
        action = self.source.get("action")
        if isinstance(action, dict) and action.get("name") == "remove":
            own["delete"] = "yes"
        return "existence", {k: v for k, v in own.items() if v}

    def _substitution(self) -> tuple[str, Target]:
        replaces = isinstance(self.source.get("action"), dict) and self.source["action"].get("name") == "replace"
        swap: dict[str, list[str]] = {}
        patterns: list[Target] = []
        exceptions = self._exceptions()
        pairs = self.source.get("swap") or {}
        for key in sorted(pairs, key=len, reverse=True):
            to = [t for t in (pairs[key].split("|") if replaces else [pairs[key]]) if t]
            literal = self._literal(key)
            records = [] if literal is not None else self._pattern(key)
            if literal is not None and literal not in swap and literal not in to:
                swap[literal] = [t.replace("@", "\\@") for t in to]
                self.texts += 1
                expression = re.compile(re.escape(literal), re.I)
            elif records:
                expression = re.compile(records[0]["match"])
                patterns += [r | {"to": [_plain(t) for t in to]} for r in records]
            else:
                continue
            # What is one of the replacements already is right, in its own case only.
            exceptions += [rf"/(?<!\w){re.escape(t)}(?!\w)/" for t in to if expression.fullmatch(t)]
        self._needs(swap or patterns)
        own = {"swap": swap, "patterns": patterns, "except": exceptions}
        return "substitution", {k: v for k, v in own.items() if v}

    def _occurrence(self) -> tuple[str, Target]:
        most, token = self.source.get("max", "0"), self.source.get("token", "")
        if self.source.get("min", "0") != "0" or most == "0":
            raise Unconvertible("occurrence with a minimum: nothing to point at")
        scope = _scope(self.source)
        per = {"sentence": "sentence", "paragraph": "block"}.get(scope, "document")
        self.texts += 1
        if token in _WORDS and per != "document":
            return "length", {"of": per, "unit": "words", "most": most}
        found, exceptions = python_pattern(("(?i)" if self.any_case else "") + f"(?:{token})")
        return "occurrence", {"patterns": [_record(found, exceptions)], "per": per, "most": most}

    def _repetition(self) -> tuple[str, Target]:
        if _list(self.source, "tokens") not in [[w] for w in _WORDS] or self.source.get("max", "0") != "0":
            raise Unconvertible("repetition of something else than words")
        self.texts += 1
        own: Target = {"names": "yes", "case": "any" if self.any_case else "same"}
        if not _is(self.source, "alpha"):
            own["numbers"] = "yes"
        return "repetition", own

    def _consistency(self) -> tuple[str, Target]:
        either = []
        for a, b in (self.source.get("either") or {}).items():
            x, y = self._literal(a), self._literal(b)
            if x is None or y is None or "|" in x + y:
                self.left.append((f"{a}: {b}", "consistency of patterns needs a rule for each pair"))
            else:
                either.append(f"{x} | {y}")
        self._needs(either)
        self.texts += len(either)
        return "consistency", {"either": either}

    def _conditional(self) -> tuple[str, Target]:
        if "in" in self.source:
            raise Unconvertible("looks in a view")
        flag = "(?i)" if self.any_case else ""
        when, exceptions = python_pattern(flag + self.source["first"])
        unless, more = python_pattern(flag + self.source["second"])
        if exceptions or more:
            raise Unconvertible("look-behind without a fixed width")
        for text in (when, unless):
            self._accepted(text)
        self.texts += 2
        own: Target = {"when": [when], "unless": [unless], "first": "no", "allow": _list(self.source, "exceptions")}
        return "conditional", {k: v for k, v in own.items() if v}

    def _capitalization(self) -> tuple[str, Target]:
        style = self.source.get("match", "")
        if style not in ("$sentence", "$title", "$lower", "$upper"):
            raise Unconvertible("capitalization by a pattern")
        self.texts += 1
        accept = [t.replace("@", "\\@") for t in _list(self.source, "exceptions")]
        return "capitalization", {"style": style[1:], **({"accept": accept} if accept else {})}

    # Texts and patterns.

    def _literal(self, token: str) -> str | None:
        """A token as a literal that means the same, None for one that is none."""
        if not self.word or not _PLAIN.fullmatch(token) or "  " in token:
            return None
        if self.any_case:
            token = token.lower()
        elif token == token.lower():
            return None  # found in its own case only: literals without capitals are found in any
        self.texts += 1
        return token

    def _pattern(self, token: str, raw: str = "") -> list[Target]:
        """A token as a record of `patterns`; nothing, and a word in `left`, where it has no equal."""
        edge = r"\b" if self.word and token else ""
        try:
            body, exceptions = python_pattern(token)
            if raw:
                before = python_pattern(raw)[0]
                ends = (f"{edge}(?:{body}){edge}", before)
                body = "".join(ends if _is(self.source, "append") else reversed(ends)) if token else before
            elif edge or "|" in body:
                body = f"{edge}(?:{body}){edge}"
            flag = "(?i)" if self.any_case else ""
            self._accepted(flag + body)
        except Unconvertible as error:
            self.left.append((token or raw, str(error)))
            return []
        self.texts += 1
        return [_record(flag + body, tuple(flag + e for e in exceptions))]

    def _exceptions(self) -> list[str]:
        """Vale looks for them as words in what it found, in their own case."""
        found = []
        for token in _list(self.source, "exceptions"):
            try:
                found.append(f"/\\b(?:{python_pattern(token)[0]})\\b/")
            except Unconvertible as error:
                self.left.append((token, str(error)))
        return found

    @staticmethod
    def _accepted(pattern: str) -> None:
        try:
            Matcher([Pattern(pattern)])
        except PatternError as error:
            raise Unconvertible(f"newslint refuses the pattern: {error}") from None

    @staticmethod
    def _needs(found: object) -> None:
        if not found:
            raise Unconvertible("nothing of it is left")


def _record(match: str, exceptions: tuple[str, ...]) -> Target:
    return {"match": _no_lists(match)} | ({"except": [_no_lists(e) for e in exceptions]} if exceptions else {})


def _no_lists(pattern: str) -> str:
    """A pattern in which no @ is taken for the name of a word list."""
    return re.sub(r"(?<!\\)@(?=[a-z])", r"\\@", pattern)


def report(outcome: Outcome) -> Iterator[str]:
    """Lines that say what was converted and what was not."""
    kinds: dict[str, int] = {}
    for rule in outcome.rules:
        kinds[rule.kind] = kinds.get(rule.kind, 0) + 1
    listed = ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items()))
    yield f"{len(outcome.rules)} rules converted ({listed}), {sum(r.texts for r in outcome.rules)} texts and patterns"
    for name, what, why in outcome.left:
        yield f"  not converted: {name}, {what}: {why}"
