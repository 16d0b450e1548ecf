"""What a cache or an archive of the web says above its copy of a page is none of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

ADDRESS = "http://archive.example.org/document/204981"
TEXT = (
    "Report on the Ferries\n\nMay 5, 1958\n\n"
    "On 3 May Minister Jiri Kadlec received me in Szczecin and asked whether the ferry that goes "
    "to Ystad could take coal as well. The company would need two winters for it, said he.\n\n"
    "Pavel Hrubec\n\n(c) 2014 Mill Center for Scholars. One Vesely Plaza, Ostrava.\n"
)
HEADS = [
    f"This is Google's cache of {ADDRESS}. It is a snapshot of the page as it appeared on 17 Jan "
    "2015 03:41:22 GMT. The current page could have changed in the meantime. Learn more\n\n"
    "Full version   Text-only version   View source\n\nTip: To quickly find your search term on "
    "this page, press Ctrl+F or Cmd-F and use the find bar.\n",
    f"The Wayback Machine - https://web.archive.org/web/20150117034122/{ADDRESS}\n\n12 captures\n",
    f"Archived from {ADDRESS}\nCaptured on 17 January 2015\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_it_tells_the_address_and_is_furniture(tmp_path: Path, head: str) -> None:
    found = page(tmp_path, f"{head}\n{TEXT}")
    assert found.record.title[0].value == "Report on the Ferries"
    assert found.record.date[0].edtf == "1958-05-05"
    assert found.record.identifier == "204981"
    assert found.people == {"Jiri Kadlec", "Pavel Hrubec"}
    assert {one.use for one in found.row.coverage if one.end <= len(head)} == {"furniture"}
    assert found.row.coverage[-1].use == "furniture"
