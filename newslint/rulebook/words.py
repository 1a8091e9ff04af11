"""Word lists of packs: files of `words/` into the lists of a Lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from newslint.checks.parameters import describe, near
from newslint.rulebook.nodes import Located
from newslint.rulebook.packs import PackFile
from newslint.rulebook.problems import Problem, RulebookError
from newslint.text.lexicon import Attributes, Lexicon, WordList
from newslint.text.spelling.dictionary import Dictionary, parse, rows_of, small_of

_KEYS = ("description", "origin", "words", "extends", "+words", "-words")


class WordReader:
    """Reads the word lists of one pack after another and gathers what is wrong with them.

    A list is a list of words, a mapping from words to attributes, or a text with one word a line. A later pack may
    extend a list (`extends: core:words/titles`): `words` then replaces it, `+words` adds, `-words` takes away.
    """

    def __init__(self) -> None:
        self.lists: dict[str, WordList] = {}
        self.problems: list[Problem] = []
        self.dictionaries: tuple[PackFile, ...] = ()
        """Files of dictionaries. They are read when they are needed: they are large."""
        self._owners: dict[str, str] = {}

    def lexicon(self) -> Lexicon:
        """The lists read so far, and the dictionaries."""
        files: dict[str, list[PackFile]] = {}
        for file in self.dictionaries:
            files.setdefault(file.id, []).append(file)
        return Lexicon(dict(self.lists), {name: _dictionary(found) for name, found in files.items()})

    def add(self, name: str, words: Iterable[str]) -> None:
        """Put words that come from elsewhere behind those of a list."""
        more: dict[str, Attributes] = dict.fromkeys(words, _NONE)
        if more:
            known = self.lists[name].entries if name in self.lists else {}
            self.lists[name] = WordList(name, {**known, **more})

    def read(self, files: Iterable[PackFile], pack: str) -> None:
        """Take in a pack's lists."""
        for file in files:
            entries = self._file(file)
            # A list with mistakes still has its name: rules that use it are not wrong for that.
            self.lists[file.id] = WordList(file.id, entries)
            self._owners[file.id] = pack

    def _file(self, file: PackFile) -> Mapping[str, Attributes]:
        try:
            node = file.read()
        except RulebookError as error:
            self.problems += error.problems
            return {}
        raw = node.value
        if not isinstance(raw, dict):
            self._add(node, f"found {describe(raw)}, expected a mapping with the keys description, origin, words")
            return {}
        for key in raw:
            if key not in _KEYS:
                self.problems.append(node.problem(f"unknown key '{key}'", (key,), key=True, hint=near(key, _KEYS)))
        for key in ("description", "origin"):
            if not isinstance(raw.get(key, ""), str):
                self.problems.append(node.problem(f"found {describe(raw[key])}, expected text", (key,)))
        base = self._base(node, file.id)
        if "words" in raw:
            base = self._entries(node.at("words"))
        elif "extends" not in raw:
            self._add(node, "the key 'words' is missing: the words of the list")
        if "extends" in raw:
            self._change(node, base)
        return base

    def _add(self, node: Located, message: str) -> None:
        self.problems.append(node.problem(message))

    def _base(self, node: Located, name: str) -> dict[str, Attributes]:
        """The words of the list that this file extends."""
        owner = self._owners.get(name)
        target = node.value.get("extends")
        wanted = f"{owner}:words/{name}"
        if target is None:
            for key in ("+words", "-words"):
                if key in node.value:
                    self.problems.append(node.problem(f"'{key}' needs the key 'extends'", (key,), key=True))
            if owner is not None:
                self._add(node, f"the pack {owner} has a list '{name}' too, expected 'extends: {wanted}'")
        elif owner is None:
            message = f"found {describe(target)}, but no earlier pack has a list '{name}'"
            self.problems.append(node.problem(message, ("extends",)))
        elif target != wanted:
            self.problems.append(node.problem(f"found {describe(target)}, expected {wanted}", ("extends",)))
        else:
            return dict(self.lists[name].entries)
        return {}

    def _change(self, node: Located, base: dict[str, Attributes]) -> None:
        if "+words" in node.value:
            base.update(self._entries(node.at("+words")))
        if "-words" in node.value:
            taken = node.at("-words")
            for word in self._entries(taken):
                if base.pop(word, None) is None:
                    self._add(taken, f"the list has no word '{word}' to take away")

    def _entries(self, node: Located) -> dict[str, Attributes]:
        """Words with their attributes, from any of the three ways to write them."""
        raw = node.value
        if isinstance(raw, dict):
            return {word: self._attributes(node, word) for word in raw}
        words = raw if isinstance(raw, list) else raw.splitlines()
        entries: dict[str, Attributes] = {}
        for i, word in enumerate(words):
            path = (i,) if isinstance(raw, list) else ()
            if not isinstance(word, str):
                self.problems.append(node.problem(f"found {describe(word)}, expected a word", path))
            elif not word.strip():
                if isinstance(raw, list):
                    self.problems.append(node.problem("found nothing, expected a word", path))
            elif word in entries:
                self.problems.append(node.problem(f"'{word}' stands twice in the list", path))
            else:
                entries[word] = _NONE
        return entries

    def _attributes(self, node: Located, word: str) -> Attributes:
        raw = node.value[word]
        if raw == "":
            return _NONE
        if not isinstance(raw, dict):
            self.problems.append(
                node.problem(f"found {describe(raw)}, expected attributes such as {{gender: male}}", (word,))
            )
            return _NONE
        for key, value in raw.items():
            if not isinstance(value, str):
                self.problems.append(node.problem(f"found {describe(value)}, expected text", (word, key)))
        return {k: v for k, v in raw.items() if isinstance(v, str)}


def _dictionary(files: Sequence[PackFile]) -> Dictionary:
    """A dictionary of some files; a later one says more of a word than an earlier. They are read on first use."""

    def data() -> tuple[bytes, ...]:
        return tuple(f.file.read_bytes() for f in files)

    return Dictionary(lambda: _made(data())[0], lambda: _made(data())[1])


@lru_cache(maxsize=4)
def _made(data: tuple[bytes, ...]) -> tuple[list[str], str]:
    """The rows of a dictionary, and its words without a capital as `small_of` gives them."""
    labels: dict[str, str] = {}
    for text in data:
        labels |= parse(text.decode("utf-8", "replace"))
    return rows_of(labels), small_of(labels)


_NONE: Attributes = {}
