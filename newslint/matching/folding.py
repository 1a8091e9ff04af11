"""Case as `re.IGNORECASE` sees it, which is not quite `str.lower`.

For `re`, i also matches U+0130 and dotless i, s the long s, k the Kelvin sign, and a few Greek, Cyrillic and Latin
letters match their old forms (CPython's Lib/re/_casefix.py). An index by `lower()` would lose them.
"""

from __future__ import annotations

# Each group: the letter that stands for all, then the others; capitals only where lower() would go wrong.
_GROUPS = (
    "i\u0130\u0131", "s\u017f", "\u03bc\xb5", "\u03b9\u0345\u1fbe", "\u0390\u1fd3", "\u03b0\u1fe3",
    "\u03b2\u03d0", "\u03b5\u03f5", "\u03b8\u03d1", "\u03ba\u03f0", "\u03c0\u03d6", "\u03c1\u03f1",
    "\u03c3\u03c2\u03a3", "\u03c6\u03d5", "\u0432\u1c80", "\u0434\u1c81", "\u043e\u1c82", "\u0441\u1c83",
    "\u0442\u1c84\u1c85", "\u044a\u1c86", "\u0463\u1c87", "\ua64b\u1c88", "\u1e61\u1e9b", "\ufb06\ufb05",
)  # fmt: skip
_ODD = {ord(other): group[0] for group in _GROUPS for other in group[1:]}

# `re` lets a letter match U+0345, which is no word character: such letters can't be looked up as parts of a word.
UNSURE = frozenset("\u0345\u03b9\u0399\u1fbe")


def fold(text: str) -> str:
    """The text with one letter for each set of letters that `re.IGNORECASE` holds equal; its length stays."""
    return text.lower() if text.isascii() else text.translate(_ODD).lower()


_BEYOND_ASCII = {"i": "iI\u0130\u0131", "k": "kK\u212a", "s": "sS\u017f"}
_PAGE = 0x100
_variants: dict[str, str] = {}


def variants(char: str) -> str:
    """Every character that `re.IGNORECASE` holds equal to this one, itself among them."""
    if char.isascii():
        low = char.lower()
        return _BEYOND_ASCII.get(low) or (low + char.upper() if char.isalpha() else char)
    if char.lower() == char == char.upper():  # no letter, or one of a script without capitals
        return char
    if not _variants:
        # Nothing beyond Adlam has case, and most pages of letters have none either.
        odd = {code // _PAGE for code in _ODD}
        sets: dict[str, list[str]] = {}
        for start in range(0, 0x1F000, _PAGE):
            letters = "".join(map(chr, range(start, start + _PAGE)))
            if start // _PAGE in odd or letters.lower() != letters:
                for other, folded in zip(letters, fold(letters), strict=True):
                    if folded != other:
                        sets.setdefault(folded, [folded]).append(other)
        _variants.update({member: "".join(members) for members in sets.values() for member in members})
    return _variants.get(char, char)
