"""Settles which surname a mention has, and which person it is."""

from __future__ import annotations

from newslint.text.people.model import Form, Mention, People, Person
from newslint.text.people.names import fold
from newslint.text.people.words import Words, phrase_key

_NAMING = (Form.FULL, Form.TITLED, Form.OFFICE, Form.BARE)


def settle_keys(named: list[Mention], words: Words) -> None:
    """Correct surnames that are not the last word of a name: Xi Jinping, then Mr Xi; Hugo Chávez Frías; Sir Alan."""
    fulls = [m for m in named if m.form is Form.FULL]
    last = {m.key for m in fulls}
    given: dict[str, Mention] = {}
    for mention in fulls:
        name = fold(mention.names[0])
        if name not in given or mention.titled_as("rank"):
            given[name] = mention
    for mention in named:
        title = mention.title
        first = mention.form is Form.TITLED and title and words.titles[phrase_key(title.entry)].given
        if first and mention.key in given:
            mention.key = given[mention.key].key
    titled = {m.key for m in named if m.form in (Form.TITLED, Form.OFFICE)} - last
    for mention in fulls if titled else ():
        for name in mention.names[:-1]:
            key = fold(name)
            if key in titled and not (name in words.given and name == mention.names[0]):
                at = mention.block.text.find(name, mention.start, mention.end)
                mention.key = key
                mention.surname_start, mention.surname_end = at, at + len(name)
                break


def resolve(mentions: list[Mention], words: Words, things: frozenset[str]) -> People:
    """Sort mentions in reading order into people; those of one surname are told apart by given name and gender."""
    known: dict[str, list[Person]] = {}
    for mention in mentions:
        if mention.form is Form.FULL:
            _introduce(known.setdefault(mention.key, []), mention, words)
    latest: dict[str, Person] = {}
    order: list[Person] = []
    seen: set[int] = set()
    for mention in mentions:
        key = mention.key
        persons = known.setdefault(key, [])
        person = _pick(persons, mention, latest.get(key), words)
        if person is None:
            person = Person(key, mention.surname)
            persons.append(person)
        if mention.form in _NAMING:
            latest[key] = person
            gender = _gender(mention)
            if gender:
                person.gender = gender
        person.mentions.append(mention)
        if id(person) not in seen:
            seen.add(id(person))
            order.append(person)
    return People(order, things)


def _gender(mention: Mention) -> str:
    return next((t.gender for t in mention.titles if t.gender), "")


def _introduce(persons: list[Person], mention: Mention, words: Words) -> None:
    """Add the person of a full mention unless it is known."""
    gender = _gender(mention) or words.gender(mention.names[0])
    given = mention.block.text[mention.start : mention.surname_start]
    if mention.titles:
        given = mention.block.text[mention.titles[-1].end : mention.surname_start]
    names = tuple(given.split())
    for person in persons:
        if same_given(person.given, names) and not (gender and person.gender and gender != person.gender):
            if len(names) > len(person.given):
                person.given = names
            person.gender = person.gender or gender
            return
    persons.append(Person(mention.key, mention.surname, names, gender))


def same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether given names may be one person's: "George W" and "George", "J" and "Joanne", "Don" and "Donald"."""
    if not a or not b:
        return True
    x, y = a[0].casefold().rstrip("."), b[0].casefold().rstrip(".")
    if len(x) > len(y):
        x, y = y, x
    return y.startswith(x) and (len(x) != 2 or x == y)


def _pick(persons: list[Person], mention: Mention, latest: Person | None, words: Words) -> Person | None:
    """The person of a mention among those of its surname; None where it is somebody new."""
    if not persons:
        return None
    if mention.form is Form.FULL:
        given = mention.names[:1]
        fits = [p for p in persons if same_given(p.given, given)]
        gender = _gender(mention) or words.gender(mention.names[0])
        return next((p for p in fits if not gender or p.gender in ("", gender)), fits[0] if fits else persons[0])
    gender = _gender(mention)
    if gender:
        fits = [p for p in persons if p.gender in ("", gender)]
        if not fits:
            return None
        return latest if latest in fits else fits[0]
    return latest or persons[0]
