"""What each role of vocab/role means to the profiles: a part of making, of sending, of talking.

A role that no group names is told by a generic term: in Dublin Core as a contributor, in
CIDOC-CRM as an activity of the role's own type.
"""

from __future__ import annotations

_CREATORS = """author corporate-author creator artist painter photographer sculptor printmaker
engraver etcher lithographer illustrator architect cartographer composer director"""
CREATORS = tuple(_CREATORS.split())
MAKERS = frozenset({*CREATORS, "printer", "manufacturer", "scribe", "compiler"})
# A part of publishing the text, or its translation, on the page.
PUBLISHING = ("contributor", "funder", "transcriber", "editor")
TALKING = ("participant", "speaker", "interviewer", "interviewee")
SENDING, COPYING = ("sender", "recipient"), ("copy-recipient",)
TOPICS = ("subject", "depicted")
FORMER_OWNERS = ("former-owner", "donor", "collector")
# No one did anything to the thing in these roles.
SILENT = frozenset({"mentioned", "keeper", "owner", "rights-holder", *TOPICS, *FORMER_OWNERS})
# Roles that a pattern of CIDOC-CRM tells in its own way: of any work, and of texts alone.
TOLD = MAKERS | {*PUBLISHING, *SENDING, *COPYING, "publisher", "signatory"}
TOLD_OF_TEXTS = TOLD | {*TALKING, "translator"}
# Heading, dateline and signature name their people too, so a document refers to them as well.
NAMED_IN_TEXT = (
    *("author", "corporate-author", "signatory", *SENDING, *COPYING, *TALKING),
    "mentioned",
)
NAMED_ON_OBJECT = ("depicted", "mentioned", *SENDING, *COPYING)
# Dublin Core has no word for those who are only named, or who only owned the thing.
NOT_IN_DUBLIN_CORE = frozenset({"mentioned", "owner", *COPYING, *FORMER_OWNERS})
