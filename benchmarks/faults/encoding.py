"""What a wrong encoding, or a page's code, leaves in a text."""

from __future__ import annotations

from random import Random

from benchmarks.faults.model import Article, Fault, add_sentence, edit, kind, pick, replace
from benchmarks.faults.wording import ACCENTED


def mojibake(text: str) -> str:
    """UTF-8 read as Windows-1252, with what that lacks as the C1 control, as browsers do."""
    return "".join(bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in text.encode())


def _apostrophe(article: Article, random: Random, new: str, name: str) -> Fault | None:
    return replace(pick(random, article.anywhere(r"(?<=[a-z])[’'](?=[a-z])")), new)


def _kinds(name: str, new: str, doc: str) -> None:
    @kind("encoding", name)
    def apostrophe(article: Article, random: Random) -> Fault | None:
        return _apostrophe(article, random, new, name)

    apostrophe.__doc__ = doc


_kinds("mojibake-apostrophe", mojibake("’"), "An apostrophe as three letters.")
_kinds("replacement-apostrophe", "\ufffd", "An apostrophe that could not be decoded.")
_kinds("control-apostrophe", "\x92", "An apostrophe as the control character of Windows-1252.")
_kinds("question-apostrophe", "?", "An apostrophe that became a question mark: it?s.")
_kinds("entity-apostrophe", "&#39;", "An apostrophe as a numeric entity.")
_kinds("entity-rsquo", "&rsquo;", "An apostrophe as a named entity.")
_kinds("escape-apostrophe", "\\u2019", "An apostrophe as an escape of a programming language.")
_kinds("entity-doubled", "&amp;#8217;", "An apostrophe as an entity that was encoded again.")


@kind("encoding", "mojibake-letter")
def mojibake_letter(article: Article, random: Random) -> Fault | None:
    """A word with an accent, read in the wrong encoding."""
    sentence = random.choice(ACCENTED)
    return add_sentence(article, random, mojibake(sentence))


@kind("encoding", "mojibake-twice")
def mojibake_twice(article: Article, random: Random) -> Fault | None:
    """The same, twice over."""
    return add_sentence(article, random, mojibake(mojibake(random.choice(ACCENTED))))


@kind("encoding", "replacement-letter")
def replacement_letter(article: Article, random: Random) -> Fault | None:
    """An accented letter that could not be decoded."""
    sentence = random.choice(ACCENTED)
    return add_sentence(article, random, "".join(c if c.isascii() else "\ufffd" for c in sentence))


@kind("encoding", "mojibake-quotation")
def mojibake_quotation(article: Article, random: Random) -> Fault | None:
    """A quotation's marks, read in the wrong encoding."""
    place = pick(random, article.speech)
    if not place:
        return None
    start, stop = place
    return edit((start, start + 1, mojibake("“")), (stop - 1, stop, mojibake("”")))


@kind("encoding", "mojibake-pound")
def mojibake_pound(article: Article, random: Random) -> Fault | None:
    """A pound sign, read in the wrong encoding."""
    return replace(pick(random, article.anywhere("£(?=\\d)")), "Â£")


@kind("encoding", "replacement-pound")
def replacement_pound(article: Article, random: Random) -> Fault | None:
    """A pound sign that could not be decoded."""
    return replace(pick(random, article.anywhere("£(?=\\d)")), "\ufffd")


@kind("encoding", "mojibake-space")
def mojibake_space(article: Article, random: Random) -> Fault | None:
    """A no-break space, read in the wrong encoding."""
    return replace(pick(random, article.anywhere(r"(?<=[a-z.,]) (?=[A-Za-z])")), mojibake("\u00a0"))


@kind("encoding", "mojibake-dash")
def mojibake_dash(article: Article, random: Random) -> Fault | None:
    """A dash, read in the wrong encoding."""
    comma = pick(random, article.own(r"(?<=[a-z]), (?=(?:which|who|but|and) )"))
    return replace(comma, f" [[{mojibake(random.choice('–—'))}]] ")


@kind("encoding", "entity-and")
def entity_and(article: Article, random: Random) -> Fault | None:
    """An ampersand as an entity."""
    return replace(pick(random, article.own(r"(?<= )and(?= )")), random.choice(["&amp;", "&amp;amp;", "&#38;"]))


@kind("encoding", "entity-space")
def entity_space(article: Article, random: Random) -> Fault | None:
    """A no-break space as an entity."""
    return replace(
        pick(random, article.anywhere(r"(?<=[a-z.,]) (?=[A-Za-z])")), random.choice(["&nbsp;", "&#160;", "&nbsp; "])
    )


@kind("encoding", "entity-quotation")
def entity_quotation(article: Article, random: Random) -> Fault | None:
    """A quotation's marks as entities."""
    place = pick(random, article.speech)
    if not place:
        return None
    start, stop = place
    one, two = random.choice(
        [("&quot;", "&quot;"), ("&ldquo;", "&rdquo;"), ("&#8220;", "&#8221;"), ("&#x201C;", "&#x201D;")]
    )
    return edit((start, start + 1, one), (stop - 1, stop, two))


def _within(name: str, character: str, doc: str) -> None:
    @kind("encoding", name)
    def within(article: Article, random: Random) -> Fault | None:
        word = pick(random, article.anywhere(r"\b[a-z]{5,}\b"))
        if not word:
            return None
        at = random.randrange(2, len(word[0]) - 1)
        return replace(word, word[0][:at] + character + word[0][at:])

    within.__doc__ = doc


_within("zero-width-space", "\u200b", "A zero-width space within a word.")
_within("zero-width-joiner", "\u200d", "A zero-width joiner within a word.")
_within("byte-order-mark", "\ufeff", "A byte order mark within a word.")
_within("soft-hyphen", "\u00ad", "A soft hyphen within a word.")
_within("control", "\x0b", "A control character within a word.")
_within("replacement-within", "\ufffd", "A replacement character within a word.")
