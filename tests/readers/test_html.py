"""HTML as content systems store it and as pages show it: zones, joined text, broken markup, refused edits."""

import pytest

from newslint.model import Document, Source, Zone, apply_edits
from newslint.readers import format_of
from newslint.readers.base import ReadContext, read

PAGE = """<!doctype html>
<html lang="en-GB"><head><title>Ferry strike ends after pay deal | The Harbour Post</title>
<meta property="og:title" content="Ferry strike ends after pay deal">
<meta name="description" content="Crews return to work &amp; boats sail again.">
<meta property="article:published_time" content="2021-03-04T06:00:00Z">
<meta property="article:section" content="Transport">
<style>p > b { color: red }</style></head>
<body class="single has-newsletter"><header><nav><ul><li>Home<li>Sport</ul></nav></header>
<main><article class="related-colour">
  <p class="article__kicker">Industry</p>
  <h1>Ferry strike ends <em>after</em> pay deal</h1>
  <h2 class="standfirst">Boats sail again from Friday</h2>
  <div class="story-byline">By <a rel="author" href="/x">Jo Lee</a>, Transport Editor</div>
  <time datetime="2021-03-05">5 March</time>
  <div class="share-tools"><a>Facebook</a> <a>Twitter</a></div>
  <figure><img src="b.jpg" alt="A boat"><figcaption>A boat at dawn. <span class="photo-credit">Kim Oak/Post</span></figcaption></figure>
  <p>Crews will return to work on Friday.</p>
  Loose words between blocks.
  <h2>What was agreed</h2>
  <ul><li>More pay</li><li><p>Fewer nights</p></li></ul>
  <blockquote><p>We are glad.</p></blockquote>
  <aside class="pull-quote"><p>Glad</p></aside>
  <aside><h3>More on this</h3><article><p>Another story</p></article></aside>
  <table><caption>Fares</caption><tr><th>Route<td>Price</table>
  <form><label>Sign up</label></form>
</article></main><footer><p>All rights</p></footer></body></html>
"""


def document(text: str) -> Document:
    return read(Source(text), "html")


def zones(text: str) -> list[tuple[str, str]]:
    return [(b.zone.value, b.text) for b in document(text).blocks]


def texts(text: str) -> list[str]:
    return [b.text for b in document(text).blocks]


def test_a_whole_page() -> None:
    assert zones(PAGE) == [
        ("metadata", "Ferry strike ends after pay deal | The Harbour Post"),
        ("metadata", "Ferry strike ends after pay deal"),
        ("metadata", "Crews return to work & boats sail again."),
        ("furniture", "Home"),
        ("furniture", "Sport"),
        ("kicker", "Industry"),
        ("headline", "Ferry strike ends after pay deal"),
        ("standfirst", "Boats sail again from Friday"),
        ("byline", "By Jo Lee, Transport Editor"),
        ("metadata", "5 March"),
        ("furniture", "Facebook Twitter"),
        ("caption", "A boat at dawn."),
        ("credit", "Kim Oak/Post"),
        ("paragraph", "Crews will return to work on Friday."),
        ("paragraph", "Loose words between blocks."),
        ("crosshead", "What was agreed"),
        ("list-item", "More pay"),
        ("list-item", "Fewer nights"),
        ("blockquote", "We are glad."),
        ("pullquote", "Glad"),
        ("furniture", "More on this"),
        ("furniture", "Another story"),
        ("caption", "Fares"),
        ("table", "Route"),
        ("table", "Price"),
        ("furniture", "Sign up"),
        ("furniture", "All rights"),
    ]
    found = document(PAGE).metadata
    assert (found.title, found.published, found.section, found.language, found.byline) == (
        "Ferry strike ends after pay deal", "2021-03-04T06:00:00Z", "Transport", "en-GB", "By Jo Lee, Transport Editor"
    )  # fmt: skip
    assert found.get("description") == "Crews return to work & boats sail again."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<title>Words | Site</title><p>Text", ["headline Words | Site", "paragraph Text"]),
        ("<title>W | S</title><meta property=og:title content=W><p>T", ["metadata W | S", "headline W", "paragraph T"]),
        ("<h1>One</h1><p>x<h1>Two</h1>", ["headline One", "paragraph x", "crosshead Two"]),
        ("<h1>Site</h1><article><h1>Head</h1><p>x</article>", ["furniture Site", "headline Head", "paragraph x"]),
        ("<title>Head - Site</title><h1>Head</h1><article><p>x</article>",
         ["metadata Head - Site", "headline Head", "paragraph x"]),
        ("<title>Head - Site</title><h1>Site</h1><article><p>x</article>",
         ["headline Head - Site", "furniture Site", "paragraph x"]),
        ("<article><p>card</article><article><p>the story itself</article>", ["furniture card", "paragraph the story itself"]),
        ("<main><p>a long story in main<article><p>card</article></main><p>out",
         ["paragraph a long story in main", "furniture card", "furniture out"]),
        ("<form><h2>H</h2><p>The page stands in a form</form>", ["crosshead H", "paragraph The page stands in a form"]),
        ("<p>Words<form><p>Sign up</form>", ["paragraph Words", "furniture Sign up"]),
        ("<figure class=image-with-credit><figcaption>Cap<cite>Kim</cite></figcaption></figure>", ["caption Cap", "credit Kim"]),
        ("<hgroup><h1>H</h1><p>Below</hgroup>", ["headline H", "standfirst Below"]),
        ("<address>Jo</address>", ["byline Jo"]),
        ("<p>Words by <a rel=author>Jo</a> went on and on, so that this is no byline at all but prose</p>",
         ["paragraph Words by Jo went on and on, so that this is no byline at all but prose"]),
        ("<blockquote class=twitter-tweet><p>Hi</blockquote>", ["embed Hi"]),
        ("<div class=pull_quote>a</div><div class=wp-block-pullquote>b</div>", ["pullquote a", "pullquote b"]),
        ("<div class=has-comments>a</div><div class=comments-area>b</div>", ["paragraph a", "furniture b"]),
    ],
)  # fmt: skip
def test_zones(text: str, found: list[str]) -> None:
    assert [f"{b.zone} {b.text}" for b in document(text).blocks] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<b>T</b>rump", ["Trump"]),
        (" <p> a \r\n\t b <i> c</i> </p> ", ["a b c"]),
        ("a&nbsp; b", ["a\xa0 b"]),
        ("one<br>two<br/> <BR>three", ["one two", "three"]),
        ("<h1>one<br><br>two</h1>", ["one", "two"]),
        ("<p>one<p>two<li>three<li>four", ["one", "two", "three", "four"]),
        ("<DIV><P>one</DIV>two", ["one", "two"]),
        ("<ul><li>a<ul><li>b</ul>c</ul>", ["a", "b", "c"]),
        ("<dl><dt>a<dd>b<dt>c</dl>", ["a", "b", "c"]),
        ("<table><tr><td>a</div><td><table><tr><td>b</table>c<tr><td>d</table>e", ["a", "b", "c", "d", "e"]),
        ("</p>stray</div> text", ["stray", "text"]),
        ("<b><p>one</b> two</p>", ["one two"]),
        ("AT&T & Q&A, a < b, 3 > 2 &", ["AT&T & Q&A, a < b, 3 > 2 &"]),
        ("&amp &ampx &#8217; &#x2019; &#146; &notit; &bogus; &#0; &#xD800; &#99999999999;", ["& &x ’ ’ ’ ¬it; &bogus; \ufffd \ufffd \ufffd"]),
        ("&#" + "0" * 5000 + "65;", ["A"]),
        ("a&#32;&#10; b", ["a b"]),
        ("co&shy;op <wbr>do<wbr>nau", ["co\xadop donau"]),
        ("<p>run <code>rm <b>x</b></code> now <img src=x> then</p>", ["run \ufffc now \ufffc then"]),
        ("<p><img src=x> A picture first <svg><title/><g></svg></p>", ["A picture first"]),
        ("<p>x <math><mi>y</mi></math></p><iframe src=x>no</iframe>", ["x \ufffc"]),
        ("<p>a<script>if (x<y) '</p>'</script>b<style>p{}</style>c<!-- <p> -->d<template><p>no</template>e<noscript>n</noscript>",
         ["abcde"]),
        ("<textarea>t</textarea><select><option>o</select>x", ["x"]),
        ("a<![CDATA[x]]>b<?php x ?>c", ["abc"]),
        ("<pre>one\n  two</pre>", ["one two"]),
        ("<a href=a/b title='x>y' \n data-x>z</a>", ["z"]),
        ("<p a=\"1>x</p><p>y", ["x", "y"]),
        ("x <b", ["x"]),
        ("x <!-- never closed <p>a", ["x"]),
        ("a <!--> b --> c", ["a b --> c"]),
        ("<p>one <svg><path></p><p>two", ["one", "two"]),
        ("<p>&nbsp;</p><p><img></p><p></p>", []),
        ("<span class=credit>a<span>b</span>c</span>d", ["abc", "d"]),
        ("", []),
    ],
)  # fmt: skip
def test_text(text: str, found: list[str]) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(
    ("text", "old", "new", "result"),
    [
        ("<p>One-year anniversary</p>", "One-year anniversary", "First anniversary", "<p>First anniversary</p>"),
        ("<b>T</b>rump", "Trump", "Biden", None),
        ("<b>T</b>rump", "rump", "ed", "<b>T</b>ed"),
        ("<b>a</b>b", "ab", "", None),
        ("a &amp; b", "&", "and", "a and b"),
        ("a and b", "and", "< & >", "a &lt; &amp; &gt; b"),
        ("a<br>b", "a b", "ab", None),
        ("a\n  b c", "a b", "a  b", None),
        ("a b c", "b", "", None),
        ("a b c", "b ", "", "a c"),
        ("<b>a </b> b", "a ", "x", None),
        ("a <img> b", "a ", "", None),
        ("G&amp; and G& x", "G&", "G20", "G20 and G& x"),
        ("R&D and x", "D", "amp;", None),
        ("<title>It's on</title>", "It's", "That's", "<title>That's on</title>"),
        ("<meta name=description content='a b'>", "a", "it's", "<meta name=description content='it&#39;s b'>"),
        ('<meta name=description content="a b">', "a", "\"'<&", "<meta name=description content=\"&quot;'<&amp; b\">"),
        ("<meta name=description content=word>", "word", "two words", None),
        ("<meta name=description content=word>", "word", "", None),
        ("<p>Share this</p>", "Share this", "", "<p></p>"),
    ],
)  # fmt: skip
def test_edits(text: str, old: str, new: str, result: str | None) -> None:
    block = document(text).blocks[0]
    start = block.text.index(old)
    edit = block.edit(start, start + len(old), new)
    assert (edit and apply_edits(text, [edit])) == result


def test_places() -> None:
    text = "\r\n<p>He said &ldquo;<b>no</b>&rdquo;\r\n  again \U0001f600 x</p>"
    block = document(text).blocks[0]
    assert block.text == "He said “no” again \U0001f600 x"
    assert text[slice(*block.span(8, 12))] == "&ldquo;<b>no</b>&rdquo;"
    assert text[slice(*block.span(9, 11))] == "no"
    assert text[slice(*block.span(block.text.index("x"), len(block.text)))] == "x"


def test_comments_that_speak_to_newslint() -> None:
    text = "<p>a<!-- newslint-disable typos/x: as said -->b</p><!-- other --><template><!-- newslint-x --></template>"
    (said,) = document(text).directives
    assert (said.verb, said.arguments) == ("disable", "typos/x: as said")
    assert text[slice(*said.span)] == "<!-- newslint-disable typos/x: as said -->"


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("<p>x <time datetime=2020-01-01>then</time> went a long way from here</p><time datetime=2021-02-03>3 Feb</time>",
         "published", "2021-02-03"),
        ("<article><p>x</article><footer><time datetime=1999>1999</time></footer>", "published", ""),
        ("<span itemprop=datePublished content=2020-05-06>May</span>", "published", "2020-05-06"),
        ("<meta property=og:locale content=en_AU>", "language", "en-AU"),
        ("<div lang=fr><p lang=de>x", "language", "fr"),
        ("<p>x <span lang=fr>y</span>", "language", ""),
        ("<meta name=author content='Jo &amp; Kim'>", "byline", "Jo & Kim"),
        ("<h1>Head</h1>", "title", "Head"),
    ],
)  # fmt: skip
def test_metadata(text: str, key: str, value: str) -> None:
    assert document(text).metadata.get(key) == value


def test_what_a_flag_says_is_stronger() -> None:
    found = read(Source("<html lang=en>x"), "html", ReadContext(metadata={"language": "en-AU"}))
    assert found.metadata.language == "en-AU"
    assert (found.format, format_of("a/B.HTM")) == ("html", "html")
    assert found.blocks[0].zone is Zone.PARAGRAPH
