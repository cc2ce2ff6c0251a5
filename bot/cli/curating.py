"""`check`, `fingerprint` and `schema`: what keeps a pack sound."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import Knowledge, packs_folder
from bot.errors import InputError, KnowledgeError

if TYPE_CHECKING:
    from bot.model.entries import Entry, Fact, Pack

Source = Annotated[str, typer.Argument(metavar="SOURCE", help="The source's id in sources.yaml.")]
File = Annotated[
    Path | None,
    typer.Argument(metavar="FILE", help="A local copy of its text, paragraphs apart by empty lines; it is not kept."),
]
Body = Annotated[str, typer.Option("--body", metavar="TEXT", help="How the first paragraph begins; above: headline.")]
Last = Annotated[str, typer.Option("--last", metavar="TEXT", help="How the last paragraph begins; below: left out.")]
To = Annotated[Path | None, typer.Argument(metavar="FOLDER", help="Where to; default: schema/ beside the packs.")]


def check(knowledge: Knowledge = None) -> None:
    """Check the packs: keys, references, quotes, links, coverage, copied sentences."""
    from bot.curation import lint  # noqa: PLC0415 - commands load only what they need
    from bot.render import limits  # noqa: PLC0415

    report = lint.check(packs_folder(knowledge))
    for problem in report.problems:
        sys.stdout.write(limits.clean(str(problem)) + "\n")
    if report.problems:
        raise typer.Exit(KnowledgeError.exit_code)
    for pack in report.packs:
        sys.stdout.write(_checked(pack) + "\n")


def fingerprint(
    source: Source, file: File = None, body: Body = "", last: Last = "", knowledge: Knowledge = None
) -> None:
    """Make the fingerprint that proves a source's quotes without its text."""
    from bot.curation import fingerprints  # noqa: PLC0415 - commands load only what they need

    text = _text(file) if file else None
    written = fingerprints.write(_one_pack(packs_folder(knowledge), source), source, text, body, last)
    proves = "quotes, paragraphs and the link" if file else "the link alone; name a FILE to prove quotes too"
    sys.stdout.write(f"{written} is written: it proves {proves}.\n")


def schema(folder: To = None, knowledge: Knowledge = None) -> None:
    """Write the JSON Schemas by which editors complete and check a pack's files."""
    from bot.knowledge.schema import json_schemas  # noqa: PLC0415 - pydantic takes its time

    target = folder or _beside(packs_folder(knowledge))
    if (target / "pack.yaml").exists():
        raise InputError(f"{target} is a pack, and a pack holds nothing but its own files: name a folder beside it.")
    target.mkdir(parents=True, exist_ok=True)
    for name, described in json_schemas().items():
        path = target / f"{name}.json"
        path.write_text(json.dumps(described, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        sys.stdout.write(f"{path}\n")


def _checked(pack: Pack) -> str:
    """What a check has looked at and found sound."""
    phrasings = sum(len(entry.phrasings) for entry in pack.entries)
    citing: list[Entry | Fact] = [*pack.entries, *pack.facts]
    cites = {cite.place: cite for one in citing for cite in one.cites}
    quotes = sum(cite.quote is not None for cite in cites.values())
    return (
        f"{pack.id}: nothing to mend in {len(pack.entries)} entries with {phrasings} phrasings, "
        f"{len(pack.facts)} facts, {len(pack.terms)} terms and {len(pack.gaps)} gaps; {quotes} quotes verified."
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise InputError(f"{file} can't be read ({reason}): name a UTF-8 text file.") from None


def _one_pack(folder: Path, source: str) -> Path:
    """The folder itself if it is a pack, else the one of its packs that has the source."""
    from bot.knowledge.loader import load_pack, pack_folders  # noqa: PLC0415

    packs = pack_folders(folder)
    having = [pack for pack in packs if len(packs) == 1 or source in load_pack(pack).sources] or packs
    if len(having) == 1:
        return having[0]
    names = ", ".join(map(str, having))
    raise InputError(f"Which pack is meant? Name its folder with --knowledge ({names}).")


def _beside(folder: Path) -> Path:
    return (folder.parent if (folder / "pack.yaml").exists() else folder) / "schema"


_MADE = """footnote fingerprint al-monitor a.txt --body "US military" --last "With US"

footnote fingerprint annual-report report.txt --knowledge my-pack"""

COMMANDS = (
    ("check", check, "footnote check\n\nfootnote check --knowledge my-pack"),
    ("fingerprint", fingerprint, _MADE),
    ("schema", schema, "footnote schema\n\nfootnote schema --knowledge my-packs"),
)
