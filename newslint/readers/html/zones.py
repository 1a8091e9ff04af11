"""Which zone an element stands for: by its tag, and by the words of its class."""

from __future__ import annotations

from functools import lru_cache

from newslint.model import Zone


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _names("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CELLS = frozenset({"td", "th", "caption"})
ROWS = frozenset({"tr", "tbody", "thead", "tfoot"})
BLOCKS = HEADINGS | CELLS | ROWS | _names(
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form head header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary "
    "table ul"
)  # fmt: skip
KEEPS_P_OPEN = CELLS | ROWS | frozenset({"button", "legend", "option", "optgroup"})
"""Blocks that do not close an open paragraph when they start."""

IMAGES = frozenset({"img", "embed", "iframe"})
"""Elements without content of their own that are shown in the line."""
SKIPPED = frozenset({"svg", "object", "canvas", "audio", "video", "select", "code", "math", "template"})
"""Elements whose content is no prose."""
WORDS = frozenset({"code", "math"})
"""Those among the skipped that stand for words of the sentence, also at its edge."""

TAGS: dict[str, Zone] = {
    "h1": Zone.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Zone.CROSSHEAD),
    **dict.fromkeys(("li", "dt", "dd"), Zone.LIST_ITEM),
    "td": Zone.TABLE,
    "th": Zone.TABLE,
    "caption": Zone.CAPTION,
    "figcaption": Zone.CAPTION,
    "blockquote": Zone.BLOCKQUOTE,
    "hgroup": Zone.STANDFIRST,
    "address": Zone.BYLINE,
}
PLAIN = frozenset({Zone.PARAGRAPH, Zone.LIST_ITEM, Zone.TABLE})
"""Zones inside which a tag says what it is; inside the others it belongs to them."""
FURNITURE = frozenset({"aside", "nav", "footer", "button", "dialog", "menu", "legend", "option", "optgroup", "search"})
ROOTS = frozenset({"html", "body", "article", "main"})
"""Elements whose classes describe the page (`single-author`, `has-sidebar`), not the text in them."""

_CLASSES: dict[Zone, str] = {
    Zone.STANDFIRST: "standfirst deck dek subtitle subheadline summary lede",
    Zone.KICKER: "kicker eyebrow",
    Zone.BYLINE: "byline",
    Zone.DATELINE: "dateline",
    Zone.METADATA: "timestamp pubdate",
    Zone.CAPTION: "caption figcaption",
    Zone.CREDIT: "credit credits",
    Zone.PULLQUOTE: "pullquote",
    Zone.EMBED: "tweet instagram embed oembed",
    Zone.FURNITURE: "share sharing sharedaddy social related newsletter advert advertisement breadcrumb breadcrumbs "
    "comments",
}
_WORDS = {word: zone for zone, words in _CLASSES.items() for word in words.split()}
_NEGATIONS = frozenset({"has", "is", "no", "not", "with", "without"})
INLINE = frozenset({Zone.CAPTION, Zone.CREDIT, Zone.FURNITURE, Zone.KICKER, Zone.PULLQUOTE, Zone.STANDFIRST})
"""Zones by class that make an inline element a block of its own."""
MARKS = frozenset({Zone.BYLINE, Zone.METADATA})
"""Zones that an inline element gives to its block, if it fills most of it."""


@lru_cache(maxsize=1024)
def zone_of_class(classes: str) -> Zone | None:
    """The zone that a class attribute names (`article__standfirst`, `wp-block-pullquote`), or None."""
    for name in classes.lower().split():
        words = name.replace("_", "-").split("-")
        if _NEGATIONS.isdisjoint(words):
            for word in (*words, "".join(words)):
                if word in _WORDS:
                    return _WORDS[word]
            if "pull" in words and "quote" in words:
                return Zone.PULLQUOTE
    return None
