"""Markdown with fences and attributes, as converters leave it, is read as the page it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.text.fenced import unfenced
from tests.sources.pages.cataloguing import Catalogued, page

PAPER = """\
Sofia, 5 May 1958\\
No. 12/K

To Comrade JIRI KADLEC

The ferry that goes to [Ystad](/places/ystad){.place} could take coal as well, said Ambassador
[Horvath](/people/7){.person rel="x"}, and nobody in *Gdynia* had been asked before the winter.

/signed/ P. HRUBEC
"""
SUMMARY = (
    "Hrubec hears that the ferry could take coal, and asks Kadlec\nto send it to Ystad at once."
)
SITE = "-   [Browse](/browse)\n-   [Themes](/themes){.last}"
OTHERS = "[Letter of Anton Gerlach](/document/9)"
PAGES = {
    "classes": f"""\
::: {{#skip .menu}}
{SITE}
:::

:::: {{#content .node .node-document}}
[May 5, 1958]{{.date-display}}

# Letter, Pavel Hrubec to Jiri Kadlec {{#page-title .title}}

::: {{.field .field-text}}
{PAPER}
:::

::: field-summary
{SUMMARY}
:::

::: {{.sidebar}}
Translator

:   [Oliver Tranmere](/people/8)

Record ID

:   `204981`
:::

::: {{.related}}
{OTHERS}
:::
::::

::: footer
[Contact](/c) \\| [Top](#top){{.to-top}}
:::
""",
    "names": f"""\
::: navigation
{SITE}
:::

# Letter, Pavel Hrubec to Jiri Kadlec {{.doc-title lang="en"}}

::: abstract
{SUMMARY}
:::

**Date:** May 5, 1958

**Translator:** [Oliver Tranmere]{{.translator}}

**Record ID:** 204981

::: {{.body data-pages="2"}}
{PAPER}
:::

::: see-also
{OTHERS}
:::
""",
    "wide fences": f"""\
:::::: {{.breadcrumb}} ::::::
{SITE}
::::::::::

## Letter, Pavel Hrubec to Jiri Kadlec

::::: {{#doc-abstract .doc_abstract}} ::::::
{SUMMARY}
::::::::::

Date

:   May 5, 1958

Translator

:   Oliver Tranmere

Record ID

:   204981

:::: transcript
{PAPER}
::::::::
""",
}


def told(found: Catalogued) -> list[str]:
    """Give what the page says of itself."""
    record = found.record
    return [
        *(one.value for one in record.title), record.date[0].edtf, str(record.identifier),
        *found.role("translator"), *(one.value for one in record.abstract),
    ]  # fmt: skip


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_fences_and_attributes_are_no_words_of_the_page(tmp_path: Path, text: str) -> None:
    found = page(tmp_path, text, "page.md")
    assert told(found) == [
        "Letter, Pavel Hrubec to Jiri Kadlec", "1958-05-05", "204981", "Oliver Tranmere",
        SUMMARY.replace("\n", " "),
    ]  # fmt: skip
    assert {"Horvath", "Jiri Kadlec"} <= found.people
    assert "Anton Gerlach" not in found.people
    assert {"Ystad", "Gdynia"} <= found.places


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_the_page_keeps_its_size_and_fences_are_furniture(tmp_path: Path, text: str) -> None:
    assert len(unfenced(text).text) == len(text)
    coverage = page(tmp_path, text, "page.md").row.coverage
    assert sum(one.end - one.start for one in coverage) == len(text)
    at = text.index(":::")
    assert [one.use for one in coverage if one.start <= at < one.end] == ["furniture"]


@pytest.mark.parametrize("text", ["He said ::: and left.\n", "A {note} and a {.mark} stay.\n"])
def test_other_texts_stay(text: str) -> None:
    assert unfenced(text).text == text
