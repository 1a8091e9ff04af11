"""What an article must have for a check to be of any use: a fact that is kept beside the rule and asked before it."""

from __future__ import annotations

from newslint.model.records import NamedTuple
from newslint.model.zone import Zone


class Needs(NamedTuple):
    """Without any one of these a check finds nothing. A check of the kind that runs on every article declares them:

        def needs(self) -> Needs:
            return Needs(words=self._titles)

    `needs` is asked once, of the finished check, when rules are compiled, and may depend on its parameters. What it
    gives is kept with the compiled rules; where an article lacks it, the check's module is not even imported. What is
    left at its default is not asked for. It must hold wherever the check has a finding, and may hold elsewhere:
    `find` is to decide for itself, as if it had always been called.

    words: the article has one of these in some zone; in lower case (`str.lower`), as `Article.lowered_vocabulary` has
    them.
    zones: it has a block in one of these zones.
    within: that zone is also one of those where the rule looks.
    blocks: it has so many blocks in these zones.
    search: a regular expression that matches in the text of one of these blocks; its flags stand in it ("(?i)..."), and
    its time must be linear.
    besides: of the texts that `search` matches one is not among these.
    metadata: one of these keys of the metadata has a value.
    notes: decoding or reading left a note of one of these kinds.
    twin: articles are held against each other, and another one has the headline.
    proposals: an external checker proposed something. Checks that are `external` need this without saying so.
    """

    words: frozenset[str] = frozenset()
    zones: frozenset[Zone] = frozenset(Zone)
    within: bool = False
    blocks: int = 0
    search: str = ""
    besides: frozenset[str] = frozenset()
    metadata: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    twin: bool = False
    proposals: bool = False
