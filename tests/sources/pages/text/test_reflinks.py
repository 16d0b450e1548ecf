"""Links by number are the site's, and the words that bear them are read as the page's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lod.sources.pages.text.reflinks import relinked
from tests.sources.pages.cataloguing import Catalogued, page

# A page as its site serves it: each `{...}` is a link.
PAGE = """\
{Skip to main content}

  * {People}
  * {Places}
  * {Topics}

May 12, 1949

# Minutes No. 8 of the Ferry Board

  * {Cite}
  * {Download PDF}

**Present:** Members of the board: Comrades P. Hrubec, J. Kadlec, O. Horvath, M.
Wolniak, R. Sykora, T. Lindauer.
Guests: V. Amsel, L. Tranmere.

The meeting heard Comrade Hrubec on the harbour of {Szczecin}, and Comrade Vesely
on the tariff at {Ystad} and {Kemi}. Director {Anton Gerlach} is to go to Turku at
once; nobody was against it, although the ferry has not been paid for.

The board resolved to ask the ministry for coal before the winter begins there.

## Document Summary

The board sends its director to Turku, and asks for coal without knowing who is
to pay for it.

## Document Information

### Source

National Archives, Prague, fond 867, box 12, folder 4. Contributed by Milena
Sykorova. Translated by Oliver Tranmere.

### Language

  * {Czech}

### Record ID

204981

* * *

{Privacy}
"""
HOST = "https://archive.example.org"


def html2text(text: str, *, key: str = "{}") -> str:
    """Write a page as html2text does; key: of a link."""
    links = list[str]()

    def link(one: re.Match[str]) -> str:
        links.append(f"{HOST}/{len(links)}" if len(links) % 2 else f"#part{len(links)}")
        return f"[{one[1]}][{key.format(len(links))}]"

    said = re.sub(r"\{([^{}]+)\}", link, text)
    listed = (f"[{key.format(n)}]: {one}" for n, one in enumerate(links, 1))
    return "\n".join((said, *listed, ""))


def by_words(text: str) -> str:
    """Write a page as pandoc does, with the words of links for their keys."""
    words = re.findall(r"\{([^{}]+)\}", text)
    listed = (f'  [{one}]: /p/{n} "Go"' for n, one in enumerate(words))
    return "\n".join((re.sub(r"\{([^{}]+)\}", r"[\1]", text), *listed, ""))


def terminal(text: str, *, entry: str = "  {}. {}", head: str = "Visible links\n") -> str:
    """Write a page as lynx or w3m do, without marks of headings and strong print."""
    links = list[str]()

    def link(one: re.Match[str]) -> str:
        links.append(f"{HOST}/{len(links)}")
        return f"[{len(links)}]{one[1]}"

    said = re.sub(r"\{([^{}]+)\}", link, text.replace("#", "").replace("**", ""))
    listed = (entry.format(n, one) for n, one in enumerate(links, 1))
    return "\n".join((said, "References", "", head, *listed, ""))


WRITTEN = {
    "html2text": html2text(PAGE),
    "html2text with words before the numbers": html2text(PAGE, key="link {}"),
    "pandoc": by_words(PAGE),
    "lynx": terminal(PAGE),
    "w3m": terminal(PAGE, entry="[{}] {}", head=""),
}


def told(found: Catalogued) -> list[str]:
    """Give what the page says of itself."""
    record = found.record
    return [
        record.title[0].value, record.date[0].edtf, record.language[0].id, str(record.identifier),
        *found.role("contributor"), *found.role("translator"), record.abstract[0].value[-25:],
    ]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_words_with_links_are_read_and_their_addresses_are_not(tmp_path: Path, text: str) -> None:
    found = page(tmp_path, text)
    assert told(found) == [
        "Minutes No. 8 of the Ferry Board", "1949-05-12", "cs", "204981", "Milena Sykorova",
        "Oliver Tranmere", "knowing who is to pay for it."[-25:],
    ]  # fmt: skip
    assert {"Anton Gerlach", "Vesely", "P. Hrubec"} <= found.people
    assert {"Szczecin", "Ystad", "Kemi", "Turku"} <= found.places
    assert {"P. Hrubec", "M. Wolniak", "T. Lindauer"} <= set(found.role("participant"))


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_the_page_keeps_its_size_and_the_list_is_the_sites(tmp_path: Path, text: str) -> None:
    assert len(relinked(text).text) == len(text)
    coverage = page(tmp_path, text).row.coverage
    assert sum(one.end - one.start for one in coverage) == len(text)
    where = text.index(f"{HOST}/11") if HOST in text else text.index("/p/11")
    assert [one.use for one in coverage if one.start <= where < one.end] == ["furniture"]


@pytest.mark.parametrize(
    "text",
    [
        "He came [1] and went [2].\n\n[1]: Not so.\n[2]: Nor that.\n",
        "As said in [4]Venta.\n\nReferences\n\n1. Orlov, On Mills, 1951.\n2. Dorn, On Coal.\n",
        "References\n\nNone.\n",
    ],
)
def test_notes_of_a_text_stay(text: str) -> None:
    assert relinked(text) == (text, ())
