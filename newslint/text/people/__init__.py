"""The people of an article: who is named where, and in which form."""

from __future__ import annotations

from newslint.text.article import Article
from newslint.text.people.model import Form, Mention, People, Person, Title

__all__ = ["Form", "Mention", "People", "Person", "Title", "find_people"]


def find_people(article: Article) -> People:
    """The people of an article; `Article.people` keeps the answer."""
    from newslint.text.people.finder import Finder

    return Finder(article).people()
