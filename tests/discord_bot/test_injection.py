"""What people may try: mentions, links, unseen signs, endless words, forged and stolen buttons."""

from __future__ import annotations

import re

import discord
import pytest
from discord.ui import Button, Select, View

from tests.discord_bot.worlds import World, hollin_world, world

EVIL = (
    "@everyone @here <@1> <@&2> <#3>",
    "[click me](https://evil.example) <https://evil.example>",
    "discord.gg/evil Discord.GG/evil discord.com/invite/evil https://discordapp.com/invite/evil",
    "**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block```",
    "# heading\n> quote\n- list\n1. one\n-# small",
    "zero\u200bwidth\u200cjoin\u2060er \u202eright to left\u2066 a\u0301\u0300\u0301",
    "<t:0:R> </ask:1> <:emoji:2> <id:home>",
    "x" * 6000,
    "\\" * 300 + "_" * 300,
    "👩‍🚀" * 400,
    "?" * 500,
    "\x00\x07\x1b[31m",
    "{0} %s ${HOME} '; DROP TABLE answers; --",
)


@pytest.mark.parametrize("words", EVIL)
async def test_no_words_do_anything_anywhere(words: str) -> None:
    """Whatever is asked, looked up or checked is answered, pings nobody, and makes no link of its own."""
    async with hollin_world() as here:
        await here.mention(words[:1900])
        await here.alice.user.send_dm(words[:2000])
        denied = {here.env.guild.default_role: discord.PermissionOverwrite(embed_links=False)}
        plain = here.env.guild.create_text_channel("plain", overwrites=denied)
        await here.alice.slash(plain, "ask", question=words)
        await here.alice.slash(plain, "about", term=words)
        for name, given in WAYS:
            result = await here.alice.slash(here.channel, name, **{given: words[:6000]})
            assert result.response
        message = await here.alice.send(here.channel, words[:2000])
        for menu in ("Answer this", "Check against the report"):
            assert (await here.alice.context_menu(here.channel, menu, message)).response
        await here.alice.autocomplete(here.channel, "ask", "question", words)
        await here.alice.autocomplete(here.channel, "about", "term", words)
        _harmless(here)


WAYS = (("ask", "question"), ("about", "term"), ("facts", "period"), ("facts", "actor"), ("cite", "answer"))


def _harmless(here: World) -> None:
    for body in here.bodies():
        shown = str([body.get("content"), body.get("embeds")])
        assert not re.search(r"@(everyone|here)|<@!?\d|<@&|(?<!\\)<#\d", shown)
        assert not re.search(r"(?<!\\)\]\(https?://evil|<https?://evil", shown.replace("\\\\", "\\"))
        assert not re.search(r"(?i)discord\S*/evil", shown.replace("\\\\", "\\").replace("\\/", "\\"))
        if "content" in body or "embeds" in body:
            assert body["allowed_mentions"]["parse"] == []


FORGED = (
    *("fn:ask:", "fn:ask:~", "fn:ask:never-was", "fn:who:", "fn:sure:" + "x" * 90, "fn:again:@everyone", "fn:why:nope"),
    *("fn:delete:0", "fn:delete:999999999999999999999", "fn:delete:x", "fn:topics:on::9999", "fn:topics:all:zz:0"),
    *("fn:facts:9999:ab:cd:2022", "fn:facts:0:::soon", "fn:facts:0:::////", "fn:related:", "fn:", "fn", "other"),
)


@pytest.mark.parametrize("forged", FORGED)
async def test_a_forged_button_gets_a_word(forged: str) -> None:
    """A custom_id that we never made gets an answer to whoever pressed it, and nothing breaks."""
    async with hollin_world() as here:
        view = View(timeout=None).add_item(Button(label="forged", custom_id=forged))
        message = await here.env.bot.get_partial_messageable(here.channel.id).send("press", view=view)
        view.stop()
        assert (await here.alice.click(message, label="forged")).acknowledged
        assert (await here.mention("Did Tarnia attack Hollin?")).embeds


@pytest.mark.parametrize("custom_id", ["fn:topic", "fn:pick"])
async def test_a_forged_choice_gets_a_word(custom_id: str) -> None:
    """A value that no list of ours had is taken for none."""
    async with hollin_world() as here:
        choices = [discord.SelectOption(label="x", value="never-was"), discord.SelectOption(label="y", value="~0")]
        view = View(timeout=None).add_item(Select(custom_id=custom_id, options=choices))
        for value in ("never-was", "~0"):
            message = await here.env.bot.get_partial_messageable(here.channel.id).send("choose", view=view)
            assert (await here.alice.select(message, [value])).acknowledged
        view.stop()


async def test_somebody_elses_buttons_answer_the_one_who_presses() -> None:
    """Bob may press the buttons under Alice's answer; what he is shown, he alone sees, and hers stays."""
    async with world() as here:
        answer = await here.mention("when does it open")
        bob = here.member("bob")
        for label in ("Who said it", "Exact words", "How sure", "When", "Why this answer"):
            shown = (await bob.click(answer, label=label)).response
            assert shown
            assert shown.ephemeral
        assert [message.id for message in here.channel.history()][-1] == answer.id
