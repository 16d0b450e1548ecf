"""Makes about the same triples with Morph-KGC: its own environment, a mapping in RML, CSV tables.

The mapping is written out from `peers/*.nt.txt`: the triples of a record, as N-Triples with
`{columns}` in braces. The tables hold what our own pipeline has to find out first: parsed dates
and references, the ids of persons and places. So the peer maps, and does nothing else.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from bench.measure import Cost, measure

HERE = Path(__file__).parent
ENVIRONMENT = HERE / ".venv-peers"
PACKAGE = "morph-kgc==2.10.0"
_LINE = re.compile(r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"(.*)"(?:@(\w+)|\^\^<([^>]*)>)?) \.')
_REFERENCE = re.compile(r"Fond (\w+), Opis (\w+), Delo (\w+), Listy ([\w-]+)")
_HEAD = """@prefix rr: <http://www.w3.org/ns/r2rml#> .
@prefix rml: <http://semweb.mmlab.be/ns/rml#> .
@prefix ql: <http://semweb.mmlab.be/ns/ql#> .
"""
_CONFIGURATION = """[CONFIGURATION]
output_file = {output}
output_format = N-TRIPLES
number_of_processes = 2
logging_level = ERROR

[records]
mappings = {mapping}
"""


def install() -> str:
    """Make the peer's environment, once; say what went wrong, "" for nothing."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    done = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", PACKAGE],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


def morph_kgc(dataset: Path, scratch: Path) -> Cost:
    """Map a dataset of `bench.generate` with two processes of Morph-KGC."""
    failure = install()
    if failure:
        return Cost(0.0, 0.0, 0.0, {"error": f"{PACKAGE} cannot be installed: {failure}"})
    scratch.mkdir(parents=True)
    _tables(dataset / "records.jsonl", scratch)
    mapping, output = scratch / "mapping.ttl", scratch / "morph.nt"
    mapping.write_text(_HEAD + "".join(_maps(scratch)), encoding="utf-8")
    configuration = scratch / "morph.ini"
    configuration.write_text(_CONFIGURATION.format(output=output, mapping=mapping))
    python = str(ENVIRONMENT / "bin" / "python")
    cost = measure([python, "-m", "morph_kgc", str(configuration)], scratch)
    if cost.answer:
        return cost
    with output.open("rb") as lines:
        return cost._replace(answer={"triples": sum(1 for _ in lines)})


def _tables(records: Path, folder: Path) -> None:
    _table(folder / "records.csv", (_columns(row) for row in _rows(records)))
    for table, column, name in (
        ("people", "person", "people"),
        ("places", "place", "places"),
        ("topics", "topic", "topics"),
    ):
        found = ({"id": row["id"], column: _id(one)} for row in _rows(records) for one in row[name])
        _table(folder / f"{table}.csv", found)


def _rows(records: Path) -> Iterator[dict[str, Any]]:
    """Read one after the other: what this process holds would count as the least of a child's."""
    with records.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _columns(row: dict[str, str]) -> dict[str, str]:
    found = _REFERENCE.search(row["reference"])
    fond, opis, delo, listy = found.groups() if found else ("", "", "", "")
    return {
        "id": row["id"],
        "title": row["title"],
        "date": row["date"],
        "number": row["number"],
        "summary": row["summary"],
        "author": _id(row["from"]),
        "recipient": _id(row["to"]),
        "snapshot": hashlib.sha256(json.dumps(row).encode()).hexdigest(),
        "reference": row["reference"],
        "printed": f"AVPRF, f. {fond}, op. {opis}, d. {delo}, ll. {listy}",
        "fond": fond,
        "opis": opis,
        "delo": delo,
        "listy": listy,
    }


def _id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:10]


def _table(path: Path, rows: Iterable[dict[str, str]]) -> None:
    waiting = iter(rows)
    first = next(waiting)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(first))
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(waiting)


def _maps(folder: Path) -> Iterator[str]:
    """Write one triples map for each subject of each table."""
    for path in sorted((HERE / "peers").glob("*.nt.txt")):
        table = folder / f"{path.name.removesuffix('.nt.txt')}.csv"
        found = [_LINE.fullmatch(line) for line in path.read_text(encoding="utf-8").splitlines()]
        lines = sorted((one.groups("") for one in found if one), key=lambda one: one[0])
        for number, (subject, mine) in enumerate(groupby(lines, key=lambda one: one[0])):
            name = f"<urn:map:{table.stem}-{number}>"
            yield f'{name} rml:logicalSource [ rml:source "{table}" ; '
            yield "rml:referenceFormulation ql:CSV ] ;\n"
            yield f'  rr:subjectMap [ rr:template "{subject}" ]'
            for _, predicate, iri, text, language, datatype in mine:
                yield f" ;\n  rr:predicateObjectMap [ rr:predicate <{predicate}> ; rr:objectMap [ "
                yield _object(iri, text, language, datatype)
                yield " ] ]"
            yield " .\n"


def _object(iri: str, text: str, language: str, datatype: str) -> str:
    if iri:
        return f'rr:template "{iri}"' if "{" in iri else f"rr:constant <{iri}>"
    if "{" not in text:
        tag = f"@{language}" if language else f"^^<{datatype}>" if datatype else ""
        return f'rr:constant "{text}"{tag}'
    kind = f' ; rr:language "{language}"' if language else ""
    kind += f" ; rr:datatype <{datatype}>" if datatype else ""
    column = re.fullmatch(r"\{(\w+)\}", text)
    if column:
        return f'rml:reference "{column[1]}" ; rr:termType rr:Literal{kind}'
    return f'rr:template "{text}" ; rr:termType rr:Literal{kind}'
