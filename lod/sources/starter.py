"""The text of a new dataset: its commented dataset.toml, ten letters as example, what begins one."""

# ruff: noqa: E501  (a line of the example is a row of its table)

from __future__ import annotations

from pathlib import Path

FORMATS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
# What has no columns, or none that can be listed, by the ends of its names.
_OTHERS = {
    suffix: form
    for form, suffixes in (
        ("xml", ".xml"),
        ("sqlite", ".db .sqlite .sqlite3"),
        ("rdf", ".ttl .trig .nt .nq .n3 .rdf .owl .jsonld"),
        ("pages", ".txt .md .html .htm"),
    )
    for suffix in suffixes.split()
}
_ASKED = {
    "xml": " (an XPath)",
    "sqlite": " (a table)",
    "rdf": " (a class)",
}

# Braces are fields of str.format; doubled where the text itself has them.
TEMPLATE = """\
# What this dataset is. `lod check .` reads this file and lists what is wrong with it.
title = {title}
# Every URI begins with the base: take an address that is yours and will stay so.
base = "https://example.org/{slug}/"
license = "https://creativecommons.org/publicdomain/zero/1.0/"
publisher = "Write here who publishes this"
language = "{language}"                         # of titles and notes that do not say another
# The prefix begins the last part of every record's URI.
prefix = "{slug}"
{kind}

[source]                                # where the rows are; several: [[source]]
{source}

[fields]                                # the crosswalk: our field = their column
{fields}

[fix.date]                              # repairs of single values: as it stands = as meant
# "3017-08-22" = "2017-08-22"

[reconcile]
authority = "embedded"                  # or the file of an index

[expect]                                # a release that looks wrong is not published
quarantined = {{ max = 0.1 }}             # at most a tenth of the rows may be left out

[publish]
abstracts = false                       # true: publish summaries, if their rights allow it
"""

NO_KIND = (
    '# kind = "object"                       # else: document, collection, person, group, place'
)
OF_KIND = 'kind = "{kind}"                         # or document, object, collection, person, group, place'

EXAMPLE_FIELDS = """\
identifier = "ref"
title = "title"
type = "type"
date = "date"
language = "language"
sender = { column = "from", split = ";" }
recipient = { column = "to", split = ";" }
place_created = "place"
subject = { column = "subjects", split = ";" }
reference = "reference"\
"""

EXAMPLE = """\
ref,type,title,date,language,from,to,place,subjects,reference
1,telegram,"Telegram, Kennan to Byrnes",22 February 1946,English,"Kennan, George F.","Byrnes, James F.",Moscow,Soviet foreign policy,"NARA, RG 59"
2,telegram,"Telegram, Ho Chi Minh to Truman",28 February 1946,English,Ho Chi Minh,"Truman, Harry S.",Hanoi,Decolonisation,
3,telegram,"Telegram, Novikov to Molotov",27 September 1946,Russian,"Novikov, Nikolai","Molotov, Vyacheslav",Washington,American foreign policy,"AVPRF, F. 06, Op. 8, P. 45, D. 759"
4,letter,"Letter, Tito to Molotov",20 March 1948,Serbo-Croatian,"Tito, Josip Broz","Molotov, Vyacheslav",Belgrade,Soviet-Yugoslav split,
5,telegram,"Telegram, Shtykov to Vyshinsky",19 January 1950,Russian,"Shtykov, Terenty","Vyshinsky, Andrei",Pyongyang,Korean War,"AVPRF, Fond 059a, Opis 5a, Delo 3, Papka 11, Listy 87-91"
6,telegram,"Telegram, Stalin to Mao and Zhou",1 October 1950,Russian,"Stalin, Joseph",Mao Zedong;Zhou Enlai,Sochi,Korean War,"APRF, Fond 45, Opis 1, Delo 334, Listy 97-98"
7,letter,"Letter, Rhee to Eisenhower",30 May 1953,English,"Rhee, Syngman","Eisenhower, Dwight D.",Seoul,Korean War;Armistice,
8,letter,"Letter, Eisenhower to Bulganin",12 January 1958,English,"Eisenhower, Dwight D.","Bulganin, Nikolai",Washington,Disarmament;Outer space,
9,letter,"Letter, Nehru to Zhou Enlai",14 December 1958,English,"Nehru, Jawaharlal",Zhou Enlai,New Delhi,Sino-Indian border,
10,telegram,"Telegram, Lumumba to Hammarskjöld",12 July 1960,French,"Lumumba, Patrice","Hammarskjöld, Dag",Léopoldville,Congo crisis,
"""


def by_hand(table: Path) -> str:
    """Say how a dataset is begun of what has no columns, or none that can be listed.

    >>> by_hand(Path("a.docx"))
    'give a file that ends in .csv, .tsv, .tab, .json, .jsonl, .ndjson, or none for an example'
    """
    form = "pages" if table.is_dir() else _OTHERS.get(table.suffix.lower(), "")
    if not form:
        return f"give a file that ends in {', '.join(FORMATS)}, or none for an example"
    asked = f", records{_ASKED[form]}" if form in _ASKED else ""
    lines = f'format = "{form}", path{asked} in [source], and [fields]'
    return (
        f"lod reads it, but what it holds must be written by hand: begin with no file, then {lines}"
    )
