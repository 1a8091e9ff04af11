"""Finds the people of an article: names everything once, then lets the evidence decide what a lone surname is."""

from __future__ import annotations

from bisect import bisect_left

from newslint.model import Block, Zone
from newslint.text.article import Article
from newslint.text.people.context import LOOSE, Context, parts
from newslint.text.people.model import Form, Mention, People, Title
from newslint.text.people.names import Rest, Run, Scanner, Unit, is_gap, surname_key
from newslint.text.people.resolve import resolve, settle_keys
from newslint.text.people.words import Words, phrase_key

_ZONES = frozenset((
    Zone.HEADLINE, Zone.STANDFIRST, Zone.CROSSHEAD, Zone.PARAGRAPH, Zone.LIST_ITEM, Zone.CAPTION, Zone.PULLQUOTE,
    Zone.BLOCKQUOTE,
))  # fmt: skip
_HEADS = frozenset((Zone.HEADLINE, Zone.CROSSHEAD))
_BEFORE_NAME = frozenset(("courtesy", "earned", "rank", "military", "religious"))


class Candidate:
    """A run that may name somebody, until all names of the article are known."""

    __slots__ = ("block", "run", "scan", "start", "thing", "units")

    def __init__(self, block: Block, scan: Scanner, run: Run, units: list[Unit]) -> None:
        self.block = block
        self.scan = scan
        self.run = run
        self.units = units
        self.thing = False
        first, tokens = units[0].first, scan.tokens
        while first and scan.lowered[first - 1] in scan.words.particles and is_gap(scan.gap(first - 1)):
            first -= 1
        self.start = min(units[0].start, tokens.starts[first])


class Finder:
    """One pass over an article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = Words.of(article.lexicon)
        self._written: set[str] = set()
        self.named: list[Mention] = []
        self.lone: list[Candidate] = []
        self.mixed: list[Candidate] = []
        self.things: set[str] = set()
        self.weak: list[Mention] = []
        """Lone names behind a role ("striker Doyle", "star Wars"), which prove no person."""

    def people(self) -> People:
        """The people of the article."""
        heads: list[Candidate] = []
        others: list[tuple[Block, Scanner, list[Rest]]] = []
        article = self.article
        for block in article.blocks:
            if block.zone not in _ZONES:
                continue
            capitals = article.capitals(block)
            scan = Scanner(block.text, article.tokens(block), article.lowered(block), capitals, self.words)
            runs, rest = scan.runs()
            others.append((block, scan, rest))
            for run in runs:
                self._sort(block, scan, run, heads)
        settle_keys(self.named, self.words)
        keys = {m.key for m in self.named}
        mentions = list(self.named)
        if keys:
            self._add_rest(others, keys, heads)
            mentions += [m for c in self.mixed for m in self._inside(c, keys)]
            mentions += [m for c in self.lone for m in self._alone(c, keys)]
            mentions += [m for m in self.weak if m.key in keys]
            mentions += [m for c in heads for m in self._in_head(c, keys)]
        mentions.sort(key=lambda m: (m.block.index, m.start))
        for mention in mentions:
            mention.quoted = self.article.quoted(mention.block, mention.start, mention.end)
        return resolve(mentions, self.words, frozenset(self.things & keys))

    def _sort(self, block: Block, scan: Scanner, run: Run, heads: list[Candidate]) -> None:
        units = self._trim(run)
        if units:
            candidate = Candidate(block, scan, run, units)
            # In title case every word looks like a name: headlines only repeat the people of the body.
            if block.zone in _HEADS and not run.titles:
                heads.append(candidate)
            else:
                self._name(candidate)

    def _add_rest(
        self, others: list[tuple[Block, Scanner, list[Rest]]], keys: set[str], heads: list[Candidate]
    ) -> None:
        """Sort what may bear one of the names, also in the plural or as part of a word."""
        wanted = {"", *keys, *(f"{k}s" for k in keys), *(f"{k}es" for k in keys)}
        for block, scan, rest in others:
            for units, bears in rest:
                if not wanted.isdisjoint(bears):
                    self._sort(block, scan, Run((), [scan.unit(i) for i in units]), heads)

    def _is_written(self, word: str) -> bool:
        """Whether a word stands somewhere in the article's text as it is given."""
        if not self._written:
            for block in self.article.blocks:
                if block.zone in _ZONES:
                    self._written.update(self.article.tokens(block).texts)
        return word in self._written

    def _trim(self, run: Run) -> list[Unit]:
        """The units of a run without the capitalised words that only stand beside the name."""
        words, units = self.words, list(run.units)
        while units and not run.titles:
            text, low = units[0].text, units[0].text.lower()
            if len(units) == 1:
                break
            opener = low in words.classes and text not in words.given
            adjective = (text in words.nations or text in words.months) and text not in words.given
            acronym = len(units) > 2 and len(text) > 1 and text.isupper()
            # "Seventeen-year-old Doyle"
            joined = "-" in text and text[text.rindex("-") + 1 :].islower() and units[0].first < units[0].last
            verb = len(units) == 2 and len(text) > 5 and text.endswith(("ing", "ed")) and text not in words.given
            particle = low in words.particles and text not in words.given
            if not (opener or adjective or acronym or joined or verb or particle):
                break
            units.pop(0)
        while len(units) > 1 and units[-1].text in words.months and units[0].text not in words.given:
            units.pop()
        return units

    def _name(self, candidate: Candidate) -> None:
        """Sort a run into what names a person for sure, what stands alone, and what is mixed."""
        words, run, units = self.words, candidate.run, candidate.units
        scan = candidate.scan
        while len(units) > 1 and units[-1].text in words.suffixes:
            units = units[:-1]
        candidate.units = units
        first, last = units[0], units[-1]
        if self._thing(scan, run, units):
            candidate.thing = True
            self.things.update(surname_key(u, words) for u in (units[:-1] or units))
            self.mixed.append(candidate)
            return
        if run.titles:
            self._titled(candidate)
        elif len(units) == 1:
            if candidate.run.units[-1] is not last:
                return
            self.lone.append(candidate)
        elif len(units) < 4 and first.text in words.family_first and first.text not in words.given:
            self.named.append(self._mention(candidate, Form.FULL, units, at=first))
        elif first.text in words.given or _initial(first.text) or first.text.partition("-")[0] in words.given:
            self.named.append(self._mention(candidate, Form.FULL, units))
        else:
            self.mixed.append(candidate)

    def _thing(self, scan: Scanner, run: Run, units: list[Unit]) -> bool:
        """Whether a firm's or a place's word ends the name, or follows it."""
        words, first, last = self.words, units[0], units[-1]
        i = last.last + (2 if last.stop > last.end + 1 else 1)
        if i < len(scan.tokens) and is_gap(scan.text[last.stop : scan.tokens.starts[i]]):
            following = scan.tokens.texts[i]
            owned = last.possessive and not any(t.kind == "courtesy" for t in run.titles)
            if following in words.companies and (owned or following[0].islower()):
                return True
        around = scan.text[max(0, units[0].start - 3) : units[0].start], scan.text[last.stop : last.stop + 3]
        if around[0].endswith("& ") or around[1].startswith(" &"):
            return True
        if len(units) == 1:
            return last.text in words.companies and bool(run.titles) and run.titles[-1].kind in ("military", "office")
        acronym = len(last.text) > 1 and last.text.isupper() and not first.text.isupper()
        if last.text in words.companies or acronym or last.text in words.nations:
            return not run.titles or run.titles[-1].kind == "role"
        person = first.text in words.given and len(units) < 4
        return last.text in words.places and not run.titles and not (person and last.text.lower() in words.common)

    def _titled(self, candidate: Candidate) -> None:
        run, units, words = candidate.run, candidate.units, self.words
        title = run.titles[-1]
        couple = candidate.scan.text[max(0, run.titles[0].start - 8) : run.titles[0].start]
        if couple.endswith((" and ", " & ")) and couple.split()[0] in ("Mr", "Mr.", "Dr", "Sir", "Lord", "Prof"):
            self.named.append(self._mention(candidate, Form.FAMILY, units))
            return
        if title.kind == "courtesy" and self._contest(candidate.scan, run):
            return
        entry = words.titles[fold_title(title)]
        if len(units) > 1 and not (title.kind == "rank" and not entry.given):
            form = Form.FULL
        else:
            form = Form.TITLED if any(t.kind in _BEFORE_NAME for t in run.titles) else Form.OFFICE
        weak = form is Form.OFFICE and title.kind == "role"
        (self.weak if weak else self.named).append(self._mention(candidate, form, units))

    def _contest(self, scan: Scanner, run: Run) -> bool:
        """Whether a determiner stands before a courtesy title: "the Miss Calder title" is of no Miss Calder."""
        i = bisect_left(scan.tokens.starts, run.titles[0].start) - 1
        if i < 0 or not is_gap(scan.gap(i)):
            return False
        word = scan.lowered[i]
        return self.words.classes.get(word) == "determiner" and word not in LOOSE

    def _mention(
        self, c: Candidate, form: Form, units: list[Unit], *, at: Unit | None = None, certain: bool = True
    ) -> Mention:
        """A mention of the last unit's surname, or of `at`'s."""
        surname = at or units[-1]
        low = surname.start
        # Particles before the surname belong to it.
        first, tokens, words = surname.first, c.scan.tokens, self.words
        while first and c.scan.lowered[first - 1] in words.particles and is_gap(c.scan.gap(first - 1)):
            if len(units) > 1 and tokens.starts[first - 1] <= units[0].start:
                break
            first -= 1
            low = tokens.starts[first]
        titles = c.run.titles if form in (Form.FULL, Form.TITLED, Form.OFFICE, Form.FAMILY) else ()
        start, end = titles[0].start if titles else low, surname.end
        if form is Form.FULL:
            start, end = min(start, units[0].start), max(end, units[-1].end)
        last = units[-1] if form is Form.FULL else surname
        names = tuple(u.text for u in units)
        return Mention(
            c.block, form, start, end, (low, surname.end), surname_key(surname, words),
            titles=titles, names=names, possessive=last.possessive, certain=certain,
        )  # fmt: skip

    def _inside(self, c: Candidate, keys: set[str]) -> list[Mention]:
        """A known surname in a longer name: "Trump Tower" is a thing, "Kofi Annan" a person without a listed name."""
        out = []
        for unit in c.units:
            key = surname_key(unit, self.words)
            if key not in keys:
                continue
            form, certain = Form.OTHER, True
            if unit is c.units[-1] and not c.thing:
                standing = Context(c.scan).standing(unit, unit.start, False, False)
                if standing is None or standing.form is Form.BARE:
                    form = Form.FULL
                else:
                    form, certain = standing
            out.append(self._mention(c, form, c.units, at=unit, certain=certain))
            break
        return out

    def _alone(self, c: Candidate, keys: set[str]) -> list[Mention]:
        unit = c.units[0]
        key = surname_key(unit, self.words)
        if key not in keys:
            held = next((p for p in parts(unit) if p in keys), None)
            if held is not None:
                mention = self._mention(c, Form.ATTRIBUTIVE, [unit])
                mention.key = held
                return [mention]
            for ending in ("s", "es"):
                plural = key.removesuffix(ending)
                if plural != key and plural in keys and not unit.possessive:
                    mention = self._mention(c, Form.FAMILY, [unit])
                    mention.key = plural
                    return [mention]
            return []
        low = unit.text.lower()
        common, mass = key in self.words.common, key in self.words.mass or self._is_written(low)
        standing = Context(c.scan).standing(unit, c.start, common, mass)
        if standing is None:
            return []
        form = standing.form
        if form is Form.OTHER and standing.certain:
            self.things.add(key)
        if form is Form.ATTRIBUTIVE and self._next_word(c.scan, unit) in self.words.kin:
            form = Form.FAMILY
        return [self._mention(c, form, [unit], certain=standing.certain)]

    def _next_word(self, scan: Scanner, unit: Unit) -> str:
        i = unit.last + 1
        return scan.tokens.texts[i] if i < len(scan.tokens) and is_gap(scan.gap(i - 1)) else ""

    def _in_head(self, c: Candidate, keys: set[str]) -> list[Mention]:
        for i, unit in enumerate(c.units):
            key = surname_key(unit, self.words)
            if key in keys:
                if i and (c.units[i - 1].text in self.words.given or _initial(c.units[i - 1].text)):
                    return [self._mention(c, Form.FULL, c.units[: i + 1])]
                if i == 0 and len(c.units) == 1:
                    return self._alone(c, keys)
                return [self._mention(c, Form.BARE, [unit], certain=False)]
        return []


def _initial(text: str) -> bool:
    """J, JK: initials as given names."""
    return len(text) <= 2 and text.isupper()


def fold_title(title: Title) -> str:
    """The key of a title in the words."""
    return phrase_key(title.entry)
