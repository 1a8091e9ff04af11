"""The lexicon as the finder of people needs it: sets and title phrases, made once for a lexicon."""

from __future__ import annotations

from newslint.model.records import NamedTuple
from newslint.storage.expressions import expression
from newslint.text.lexicon import Lexicon

_GAPS = expression(r"[\s.\-]+")


class TitleEntry(NamedTuple):
    """A title of the word lists. `given`: it goes before a given name (Sir Alan)."""

    entry: str
    kind: str
    gender: str = ""
    given: bool = False
    plural: bool = False

    @property
    def needs_capital(self) -> bool:
        """Whether the words are a title only with a capital ("a lady", "general", "miss")."""
        return self.kind not in ("office", "role")


class Words:
    """Word lists by what a word means beside a name. All but `given` and `places` are folded to lower case."""

    __slots__ = (
        "articles", "calendar", "classes", "common", "companies", "days", "family_first", "female", "given", "groups",
        "joined", "kin", "known", "male", "mass", "months", "nations", "openers", "particles", "places", "speech",
        "stopped", "suffixes", "title_ends", "title_starts", "titles", "verbs",
    )  # fmt: skip

    def __init__(self, lexicon: Lexicon) -> None:
        self.titles = _titles(lexicon)
        self.title_ends: dict[str, int] = {}
        for phrase in self.titles:
            words = phrase.split(" ")
            self.title_ends[words[-1]] = max(len(words), self.title_ends.get(words[-1], 0))
        self.title_starts = frozenset(p.split(" ")[0] for p in self.titles)
        self.male = frozenset(lexicon["mens-names"])
        self.female = frozenset(lexicon["womens-names"])
        self.given = self.male | self.female
        self.family_first = frozenset(lexicon["family-first-names"])
        self.known = self.given | self.family_first
        self.companies = frozenset(lexicon["company-suffixes"])
        self.places = frozenset(lexicon["place-words"])
        particles = lexicon["name-particles"]
        short = lexicon["abbreviations"]
        self.stopped = frozenset(w.rstrip(".") for w in short if short.get(w, "ends") != "often")
        self.particles = frozenset(w for w in particles if not particles.get(w, "joined"))
        self.joined = frozenset(particles)
        self.articles = frozenset(particles.having("article", "yes"))
        self.suffixes = frozenset(lexicon["name-suffixes"])
        self.days = frozenset(lexicon["weekdays"])
        self.months = frozenset(lexicon["months"])
        self.calendar = self.days | self.months
        self.nations = frozenset(lexicon["nationalities"])
        surnames = lexicon["word-surnames"]
        self.common = frozenset(w.lower() for w in surnames)
        self.mass = frozenset(w.lower() for w in surnames.having("kind", "mass"))
        groups = lexicon["group-nouns"]
        self.groups = frozenset(groups)
        self.kin = frozenset(groups.having("kind", "family"))
        functions = lexicon["closed-classes"]
        self.classes = {w: functions.get(w, "class") for w in functions}
        names = {n.lower() for n in self.given} | self.common | self.particles
        self.openers = frozenset(self.classes) - names
        """Function words that are no names, so that a capital only opens a sentence."""
        verbs = lexicon["person-verbs"]
        self.verbs = {w: verbs.get(w, "form") for w in verbs}
        self.speech = frozenset(verbs.having("says", "yes"))

    @classmethod
    def of(cls, lexicon: Lexicon) -> Words:
        """The words of a lexicon, made on first use."""
        words = lexicon.cache.get("people")
        if not isinstance(words, Words):
            words = lexicon.cache["people"] = cls(lexicon)
        return words

    def gender(self, given: str) -> str:
        """The gender that a given name speaks for, "" where it doesn't."""
        if (given in self.male) is (given in self.female):
            return ""
        return "male" if given in self.male else "female"


def _titles(lexicon: Lexicon) -> dict[str, TitleEntry]:
    """Folded phrase, words parted by single spaces -> its title. Where lists share a word, the later here wins."""
    titles: dict[str, TitleEntry] = {}
    for name, kind in (("religious-titles", "religious"), ("military-titles", "military")):
        for word in lexicon[name]:
            titles[phrase_key(word)] = TitleEntry(word, kind)
    offices = lexicon["office-titles"]
    for word in offices:
        titles.setdefault(phrase_key(word), TitleEntry(word, offices.get(word, "kind", "office")))
    honorifics = lexicon["honorifics"]
    for word in honorifics:
        titles[phrase_key(word)] = TitleEntry(
            word,
            honorifics.get(word, "kind", "courtesy"),
            honorifics.get(word, "gender"),
            honorifics.get(word, "before") == "given",
            honorifics.get(word, "number") == "plural",
        )
    return titles


def phrase_key(text: str) -> str:
    """A title as it is looked up: lower case, one space for spaces, hyphens and full stops."""
    return _GAPS.sub(" ", text.lower()).strip()
