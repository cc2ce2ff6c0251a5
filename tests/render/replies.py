"""Replies to render: three that read like real ones, and hypothesis strategies for any at all."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.model.reply import (
    Answer,
    Clarify,
    Correct,
    Decline,
    Footnote,
    Link,
    Option,
    Related,
    Reply,
    Trace,
)

FOOTNOTE = Footnote(
    source="gazette",
    title="Bridge to open late",
    publisher="The Gazette",
    published="2021-06-01",
    url="https://gazette.example/bridge#:~:text=opens%20in%20spring",
    paragraph=4,
    quote="opens in spring",
    said_by="the city engineer",
    chain=(Link("City engineer", "estimated"), Link("The Gazette", "wrote")),
    basis="assessment",
    hedge="probably",
)
ANSWER = Answer(
    trace=Trace(question="when will the bridge open", pack="bridge"),
    entry="bridge-opening",
    revision="3f2a",
    match="high",
    short="The bridge probably opens in spring 2022.",
    detail="The city engineer put it at March or April.",
    hedge="probably",
    citations=(FOOTNOTE,),
)
CORRECT = Correct(
    trace=Trace(question="why did it open in 2020", pack="bridge"),
    entry="bridge-opening",
    revision="3f2a",
    match="high",
    presumed="that the bridge opened in 2020",
    short="The bridge probably opens in spring 2022.",
    detail="",
    hedge="probably",
    citations=(FOOTNOTE,),
)
CLARIFY = Clarify(
    trace=Trace(question="bridge"),
    options=(
        Option("bridge-opening", "When does the bridge open?", 0.4),
        Option("bridge-cost", "What does it cost?", 0.3),
    ),
)
DECLINE = Decline(
    trace=Trace(question="who paid", related=(Related("bridge-cost", "What does it cost?"),)),
    reason="not_covered",
    says="The report does not say who paid.",
    searched="Searched 3 answers.",
    gap="who-paid",
)

texts = (
    st.just("@everyone **x** [a](https://b.example) <@1>")
    | st.text(max_size=5000)
    | st.text(alphabet="*_`@<>[]()|~#-\\/: \n\u202e\u200b👩‍🚀a", max_size=3000)
)
_text = texts
_maybe = st.none() | _text
_urls = _text | st.builds(lambda tail: "https://example.org/" + tail, _text)
_related = st.lists(st.builds(Related, _text, _text), max_size=8).map(tuple)
_traces = st.builds(Trace, question=_text, related=_related)
_footnotes = st.builds(
    Footnote,
    source=_text,
    title=_text,
    publisher=_text,
    published=_maybe,
    url=_urls,
    paragraph=st.none() | st.integers(0, 10**6),
    quote=_maybe,
    said_by=_maybe,
    chain=st.lists(st.builds(Link, _text, _text), max_size=7).map(tuple),
    basis=_text,
    hedge=_maybe,
)
_told = {
    "trace": _traces,
    "entry": _text,
    "revision": _text,
    "match": st.sampled_from(["high", "medium", "low"]),
    "short": _text,
    "detail": _text,
    "hedge": _maybe,
    "citations": st.lists(_footnotes, max_size=30).map(tuple),
}
replies: st.SearchStrategy[Reply] = st.one_of(
    st.builds(Answer, **_told, lead=_maybe),
    st.builds(Correct, **_told, presumed=_text),
    st.builds(
        Clarify,
        trace=_traces,
        options=st.lists(st.builds(Option, _text, _text, st.floats(0, 1)), max_size=9).map(tuple),
    ),
    st.builds(
        Decline,
        trace=_traces,
        reason=st.sampled_from(["not_covered", "out_of_scope", "not_a_question"]),
        says=_text,
        searched=_text,
    ),
)


def units(text: str) -> int:
    """Length in UTF-16 units, told in another way than by the code under test."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
