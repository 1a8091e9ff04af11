"""What the people of an article are made of."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from newslint.model import Block, Zone
from newslint.model.records import NamedTuple


class Form(StrEnum):
    """How a mention names its person."""

    FULL = "full"
    """Given name and surname: "Donald Trump", "Sir Alan Walters"."""
    TITLED = "titled"
    """A title and the surname (or "Sir Alan"): "Mr Trump"."""
    BARE = "bare"
    """The surname alone, as the name of the person."""
    OFFICE = "office"
    """The surname behind an office or role: "President Trump"."""
    ATTRIBUTIVE = "attributive"
    """The surname as an adjective: "the Trump campaign", "anti-Trump"."""
    FAMILY = "family"
    """Several people of the name: "the Trumps", "Mr and Mrs Trump"."""
    OTHER = "other"
    """Something that carries the name: "Trump Tower"."""


class Title(NamedTuple):
    """A title before a name: its text and half-open place in the block, and its kind.

    Kinds: courtesy (Mr), earned (Dr), rank (Sir), military, religious, office (President), role (captain).
    `entry` is the word list's own spelling.
    """

    text: str
    start: int
    end: int
    kind: str
    entry: str
    gender: str = ""
    plural: bool = False
    """Messrs and its like, for more than one person."""


class Mention:
    """One place where a person, or something of the same name, is named.

    start, end: the mention with its titles, without a possessive ending; surname_start, surname_end: the surname in it;
    all are offsets in the block's text. certain: False where the words around leave the form in doubt.
    """

    __slots__ = (
        "block", "certain", "end", "form", "key", "names", "possessive", "quoted", "start", "surname_end",
        "surname_start", "titles",
    )  # fmt: skip

    def __init__(
        self, block: Block, form: Form, start: int, end: int, surname: tuple[int, int], key: str,
        *, titles: tuple[Title, ...] = (), names: tuple[str, ...] = (), possessive: bool = False, certain: bool = True,
    ) -> None:  # fmt: skip
        self.block = block
        self.form = form
        self.start = start
        self.end = end
        self.surname_start, self.surname_end = surname
        self.key = key
        """The surname as it is compared: folded, without particles."""
        self.titles = titles
        self.names = names
        """The words of the name, for a full mention: ("George", "W", "Bush")."""
        self.possessive = possessive
        self.certain = certain
        self.quoted = False
        """Whether it stands in somebody's quoted words."""

    def __repr__(self) -> str:
        return f"Mention({self.form}, {self.text!r})"

    @property
    def text(self) -> str:
        """The mention as written, titles included."""
        return self.block.text[self.start : self.end]

    @property
    def surname(self) -> str:
        """The surname as written."""
        return self.block.text[self.surname_start : self.surname_end]

    @property
    def zone(self) -> Zone:
        """The zone of its block."""
        return self.block.zone

    @property
    def title(self) -> Title | None:
        """The title next to the name."""
        return self.titles[-1] if self.titles else None

    def titled_as(self, *kinds: str) -> Title | None:
        """The last of its titles that is of one of the kinds."""
        return next((t for t in reversed(self.titles) if t.kind in kinds), None)


class Person:
    """Somebody the article names. `given` are the words before the surname, as in the fullest mention."""

    __slots__ = ("gender", "given", "key", "mentions", "surname")

    def __init__(self, key: str, surname: str, given: tuple[str, ...] = (), gender: str = "") -> None:
        self.key = key
        self.surname = surname
        self.given = given
        self.gender = gender
        """"male", "female" or "": from the titles, else from the given name."""
        self.mentions: list[Mention] = []

    def __repr__(self) -> str:
        return f"Person({self.name!r}, {len(self.mentions)} mentions)"

    @property
    def name(self) -> str:
        """Given names and surname."""
        return " ".join([*self.given, self.surname])

    def having(self, *forms: Form) -> list[Mention]:
        """Mentions of some forms, in reading order."""
        return [m for m in self.mentions if m.form in forms]


class People:
    """The people of an article, in order of appearance."""

    __slots__ = ("_by_key", "persons", "things")

    def __init__(self, persons: list[Person], things: frozenset[str]) -> None:
        self.persons = persons
        self.things = things
        """Keys of surnames that a firm or a place of the article carries too (Dell Computer, and Mr Dell)."""
        self._by_key: dict[str, list[Person]] = {}
        for person in persons:
            self._by_key.setdefault(person.key, []).append(person)

    def __iter__(self) -> Iterator[Person]:
        return iter(self.persons)

    def __len__(self) -> int:
        return len(self.persons)

    def of_surname(self, surname: str) -> list[Person]:
        """The people of a surname (given as written or as a key)."""
        from newslint.text.people.names import fold

        return self._by_key.get(surname) or self._by_key.get(fold(surname), [])

    def namesakes(self, person: Person) -> list[Person]:
        """Other people of the person's surname."""
        return [p for p in self._by_key[person.key] if p is not person]
