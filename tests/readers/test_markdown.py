"""What the Markdown reader makes of an article: zones, text and places."""

from __future__ import annotations

import pytest

from newslint.model import Directive, Document, Source, Span, Zone, apply_edits
from newslint.readers.base import ReadContext
from newslint.readers.markdown import read
from newslint.text.lexicon import Lexicon

OBJECT = "\ufffc"


def md(text: str) -> Document:
    return read(Source(text), ReadContext())


def shown(text: str) -> list[tuple[str, str]]:
    """Zone and text of each block."""
    return [(b.zone.value, b.text) for b in md(text).blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The *very* **best** ~~worst~~ of _all_.", "The very best worst of all."),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("a [*linked* word](https://example.org/a_b_c \"Title\") here", "a linked word here"),
        ("[a][b] c\n\n[b]: http://example.org", "a c"),
        ("AT&amp;T &#8220;x&#x201d; &nbsp;y", "AT&T “x” \xa0y"),
        ("caf&eacute; &copy &bogus;", "café &copy &bogus;"),
        (r"5 \* 3 \# \\ \_x\_ \q", r"5 * 3 # \ _x_ \q"),
        (r"\# not a heading", "# not a heading"),
        ("one\ntwo", "one two"),
        ("one  \n   two\\\nthree", "one two three"),
        ("one \ntwo", "one two"),
        ("one<br>two <br/>\nthree", "one two three"),
        ("*one <br>* two [three\n](x) four", "one two three four"),
        ("run `x = 1` now", f"run {OBJECT} now"),
        ("see <https://example.org> or <a@b.example>", f"see {OBJECT} or {OBJECT}"),
        ("see https://example.org/a_(b), ok (http://x.example).", f"see {OBJECT}, ok ({OBJECT})."),
        ("at www.example.org/_x_/y.", f"at {OBJECT}."),
        ("the <b>Trump</b> campaign<!-- why --> and <span class='x'>on</span>", "the Trump campaign and on"),
        ("an <img src=x> image and <tweet id=1/> it", f"an {OBJECT} image and {OBJECT} it"),
        ('a {{< ref "x_y_z" >}} b {{% n %}} c {{ page.title }} d {% x %} e', f"a {OBJECT} b {OBJECT} c {OBJECT} d {OBJECT} e"),
        ('[link]({{< ref "a b" >}}) text', "link text"),
        ('before [audio src="x_y_z.mp3"] after', f"before {OBJECT} after"),
        ("“[sic]” he [Trump] said [1]", "“[sic]” he [Trump] said [1]"),
        ("a claim[^1] made\n", "a claim[^1] made"),
        ("G& summit & $5 to $10 ^ x ~ y", "G& summit & $5 to $10 ^ x ~ y"),
        ("\"quotes\" -- and ... dots", "\"quotes\" -- and ... dots"),
        ("snake_case_name 2*3*4", "snake_case_name 234"),
        ("😀 *e\u0301* 日本", "😀 e\u0301 日本"),
        ("{{< open never closed", "{{< open never closed"),
        ("text {: .lead}", f"text {OBJECT}"),
    ],
)  # fmt: skip
def test_markup_inside_a_sentence_does_not_break_it(source: str, text: str) -> None:
    assert md(source).blocks[0].text == text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_blocks_and_their_zones(ending: str) -> None:
    source = """\
# Leaders meet again

The first *paragraph*
goes on.

## What was said ##

- one point
- another
  goes on

  with a second paragraph
  1. nested

> Quoted words
over two lines
>
> - and a list

| Name | Votes |
|------|-------|
| Smith \\| Jones | *12* |

**Background**

```
code here
```

    more code

<div>
raw html
</div>

Last[^1] words.

[^1]: A footnote.
"""
    assert shown(source.replace("\n", ending)) == [
        ("headline", "Leaders meet again"),
        ("paragraph", "The first paragraph goes on."),
        ("crosshead", "What was said"),
        ("list-item", "one point"),
        ("list-item", "another goes on"),
        ("list-item", "with a second paragraph"),
        ("list-item", "nested"),
        ("blockquote", "Quoted words over two lines"),
        ("blockquote", "and a list"),
        ("table", "Name"),
        ("table", "Votes"),
        ("table", "Smith | Jones"),
        ("table", "12"),
        ("crosshead", "Background"),
        ("paragraph", "Last words."),
        ("paragraph", "A footnote."),
    ]


def test_images_and_captions() -> None:
    assert shown("Lead.\n\n![Two *leaders*](a.jpg)\n*They met. Photo: PA*\n\nNext.") == [
        ("paragraph", "Lead."),
        ("caption", "Two leaders"),
        ("caption", "They met. Photo: PA"),
        ("paragraph", "Next."),
    ]
    assert shown("Lead.\n\n![](a.jpg)\n\n_They met._\n\nNext.")[1] == ("caption", "They met.")
    assert shown("Lead.\n\n![](a.jpg)\n\nThey *met*.\n\nNext.")[1] == ("paragraph", "They met.")
    assert shown("Lead.\n\n[![Alt](a.jpg)](b)\nOne line below it.")[1:] == [
        ("caption", "Alt"),
        ("caption", "One line below it."),
    ]
    assert shown('Lead.\n\n![Alt](a.jpg "The title")')[1:] == [("caption", "Alt"), ("caption", "The title")]
    assert shown("Words ![icon](i.png) go on.") == [("paragraph", f"Words {OBJECT} go on."), ("caption", "icon")]
    assert shown("Lead.\n\n*All emphasised.*")[1] == ("paragraph", "All emphasised.")


@pytest.mark.parametrize(
    ("source", "headline"),
    [
        ("# One\n\ntext\n\n# Two", "One"),
        ("Kicker\n\n# One\n\ntext", "One"),
        ("One\n===\n\ntext", "One"),
        ("## Only a second level\n\ntext.", "Only a second level"),
        ("**Bold line**\n\nText.", "Bold line"),
        ("Short line without a stop\n\nText.", "Short line without a stop"),
        ("A sentence. And another.\n\nText.", None),
        ("First.\n\nSecond.\n\nThird.\n\n# Late heading", None),
        ("- item\n- item", None),
        ("Alone", None),
        ("", None),
    ],
)
def test_the_headline(source: str, headline: str | None) -> None:
    found = md(source).headline
    assert (found.text if found else None) == headline
    assert md(source).metadata.title == (headline or "")


def test_paragraphs_are_what_their_words_say(lexicon: Lexicon) -> None:
    source = "# Head\n\nBy Ann Smith\n\n28 June 2019\n\nText goes here.\n\n[Facebook](x) [Twitter](y)\n\n- Facebook\n- Twitter\n"
    document = read(Source(source), ReadContext(lexicon))
    zones = [b.zone.value for b in document.blocks]
    assert zones == ["headline", "byline", "dateline", "paragraph", "furniture", "furniture", "furniture"]


def test_a_heading_that_repeats_the_title_stays_in_the_body() -> None:
    assert shown("---\ntitle: Leaders meet\n---\n\n# Leaders meet\n\nText.") == [
        ("headline", "Leaders meet"),
        ("crosshead", "Leaders meet"),
        ("paragraph", "Text."),
    ]


def test_code_shortcodes_hide_what_they_hold() -> None:
    for source in (
        "A.\n\n{{< highlight go >}}\nx *y* z\n{{< /highlight >}}\n\nB.",
        "A.\n\n{% highlight ruby %}\nx y z\n{% endhighlight %}\n\nB.",
        "A.\n\n{% raw %}x{% endraw %}\n\nB.",
    ):
        assert [b.text for b in md(source).blocks] == ["A.", "B."]


def test_shortcodes_may_run_over_lines_but_not_over_an_empty_one() -> None:
    assert [b.text for b in md("A.\n\n{{< figure\n  src=x\n>}}\n\nB.").blocks] == ["A.", "B."]
    assert [b.text for b in md("A {{<\n\nB >}}.").blocks] == ["A {{<", "B >}}."]


@pytest.mark.parametrize(
    ("source", "start", "end", "place"),
    [
        ("a &amp; b", 2, 3, "&amp;"),
        ("a &amp; b", 1, 4, " &amp; "),
        (r"x\*y", 1, 2, r"\*"),
        ("see `code` x", 4, 5, "`code`"),
        ("x https://a.example/b y", 2, 3, "https://a.example/b"),
        ("one  \n  two", 3, 4, "  \n  "),
        ("> one\n> two", 3, 4, "\n> "),
        ("> one\r\n> *two*", 3, 4, "\r\n> "),
        ("the **very best** of", 4, 8, "very"),
        ("the **very best** of", 3, 5, " **v"),
        ("é😀 [link](http://x) e\u0301nd", 3, 7, "link"),
        ("é😀 [link](http://x) e\u0301nd", 8, 12, "e\u0301nd"),
    ],
)
def test_places(source: str, start: int, end: int, place: str) -> None:
    block = md(source).blocks[0]
    span = block.span(start, end)
    assert source[span.start : span.end] == place


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        ("a G& summit", "G&", "G20", "a G20 summit"),
        ("AT&amp;T wins", "AT&T", "BT", "BT wins"),
        ("x one two y", "one two", "2 * 3", "x 2 * 3 y"),
        ("x one y", "one", "*one*", r"x \*one\* y"),
        ("x one y", "one", "snake_case", "x snake_case y"),
        ("x one y", "one", "[sic]", "x [sic] y"),
        ("x one y", "one", "[a](b)", r"x \[a\]\(b\) y"),
        ("x one y", "one", "&amp;", r"x \&amp; y"),
        ("x one y", "one", "<b>", r"x \<b> y"),
        ("one y", "one", "# one", r"\# one y"),
        ("one y", "one", "1. one", r"1\. one y"),
        ("one y", "one", "- one", r"\- one y"),
        ("one y", "one", "> one", r"\> one y"),
        ("one. y", "one", "1", None),
        ("a *b* c", "a b", "x", None),
        ("a [b](c) d", "b d", "x", None),
        ("a `b` c", OBJECT, "x", None),
        ("a b c", "b", "x\ny", None),
        ("a b c", "b", "http://x.example", None),
        ("| a | b |\n|---|---|\n| c | d |", "c", "x|y", r"| a | b |" + "\n|---|---|\n" + r"| x\|y | d |"),
        ("one\n> two", "one", "x", "x\n> two"),
        ("see [foo]\n\n[foo]: http://x.example", "foo", "bar", None),
        ("see [foo][b]\n\n[b]: http://x.example", "foo", "bar", "see [bar][b]\n\n[b]: http://x.example"),
        ("Para.\n\nGone.\n\nEnd.", "Gone.", "", "Para.\n\n\n\nEnd."),
        ("**a**", "a", "", None),
    ],
)
def test_edits(source: str, old: str, new: str, result: str | None) -> None:
    document = md(source)
    block = next(b for b in document.blocks if old in b.text)
    at = block.text.index(old)
    edit = block.edit(at, at + len(old), new)
    assert (apply_edits(source, [edit]) if edit else None) == result


def test_comments_speak_to_newslint() -> None:
    source = (
        "<!-- newslint-disable typos/x, usage/y: as he said it -->\n\nText <!-- newslint-enable --> on. <!-- no -->\n"
    )
    source += "\n```\n<!-- newslint-disable z -->\n```\n"
    assert md(source).directives == (
        Directive("disable", "typos/x, usage/y: as he said it", Span(0, 57)),
        Directive("enable", "", Span(64, 88)),
    )
    assert md("<!--newslint-disable-next-line a/b-->\nText").directives[0].verb == "disable-next-line"
    assert md("<div>\n<!-- newslint-disable a/b\n-->\n</div>").directives[0].arguments == "a/b"


def test_zones_are_known_by_name() -> None:
    assert md("Lead.\n\n> q").zone(Zone.BLOCKQUOTE)[0].text == "q"
