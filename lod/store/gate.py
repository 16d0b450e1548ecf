"""Looks at a query before any parser does: what would crash, hang or leave the machine is refused.

The parser of the store recurses: nested brackets beyond some thousands end the process, long
chains of operators too, and hundreds of patterns hang its optimiser. It also fetches whatever
`SERVICE` names. So a query is first split into tokens by one regular expression, in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lod.errors import UsageError
from lod.lazily import regex

LONGEST = 64 * 1024
DEEPEST = 100
MOST_OPERATORS = 1000
MOST_PATTERNS = 100
LONGEST_PATH = 50

TOKEN = regex(
    r"""(?P<skip>\s+|\#[^\r\n]*|@[A-Za-z][\w-]*)
    |(?P<iri><[^<>"{}|^`\x00-\x20]*>)
    |(?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
       |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |(?P<variable>[?$]\w+)
    |(?P<blank>_:[\w.-]*)
    |(?P<name>(?:[^\W\d_][\w.-]*)?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[^\s])*)
    |(?P<number>[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)
    |(?P<word>[^\W\d]\w*)
    |(?P<open>[({\[])
    |(?P<close>[)}\]])
    |(?P<operator>\|\||&&|!=|<=|>=|\^\^|[-+*/!^|=<>])
    |(?P<mark>[.;,])
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
# On the raw text, so that no trick with quotation marks, comments or `<` can hide it.
_SPACE = r"(?:\s|\#[^\r\n]*[\r\n])"
_WORD = r"[^\s{}]{1,1999}"
_LONG_WORD = r"[^\s{}]{2000}"
_SERVICE = regex(
    rf"(?<![A-Za-z_:?$])service{_SPACE}*(?:{_LONG_WORD}"
    rf"|{_WORD}(?:{_SPACE}+(?:{_LONG_WORD}|{_WORD}))?{_SPACE}*\{{)",
    re.IGNORECASE,
)
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_PATH_SIGNS = {"/", "|", "^"}
_COUNTED_WORDS = {"UNION", "OPTIONAL", "MINUS", "FILTER", "EXISTS", "BIND", "GRAPH", "SELECT"}
# Most queries are small and name nothing of note: that is seen without parting them into tokens.
_SMALL = 500
_OPAQUE = regex(
    r"""<[^<>"{}|^`\x00-\x20]*>|"(?:[^"\\\r\n])*"|'(?:[^'\\\r\n])*'|[?$]\w+""", re.DOTALL
)
_COUNTED = regex(r"[({\[.;,/|^]")
_PREFIX = regex(r"([\w.-]*):")
_NOTABLE = (*sorted(_UPDATES), "SERVICE", "FROM", "NAMED", "PREFIX", "BASE", '"', "'", "#")


@dataclass(slots=True)
class _Scan:
    """What is counted on the way through the tokens.

    deepest, longest: the most that `depth` and `path` came to.
    """

    depth: int = 0
    deepest: int = 0
    operators: int = 0
    patterns: int = 0
    path: int = 0
    longest: int = 0
    brackets: list[str] = field(default_factory=list)
    declared: dict[str, str] = field(default_factory=dict)
    used: dict[str, None] = field(default_factory=dict)
    graphs: list[str] = field(default_factory=list)
    base: str = ""
    before: tuple[str, str] = ("", "")


def check(text: str, prefixes: Mapping[str, str], base: str = "") -> tuple[str, ...]:
    """Refuse what the store must not see; give the IRIs that FROM and FROM NAMED name.

    prefixes: those predefined, name -> namespace. base: resolves relative IRIs.
    Raises UsageError that says what was found and what to do.

    >>> check("SELECT * FROM <urn:g> WHERE { ?s ?p ?o }", {})
    ('urn:g',)
    >>> check("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", {})
    Traceback (most recent call last):
    lod.errors.UsageError: query: SERVICE is refused (ask that endpoint itself)
    """
    if _plain(text, prefixes):
        return ()
    if len(text.encode("utf-8", "surrogatepass")) > LONGEST:
        raise _refusal("is longer than 64 kB", "put long lists into a file and ask in parts")
    if _SERVICE.search(text):
        raise _refusal("SERVICE is refused", "ask that endpoint itself")
    scan = _Scan(base=base)
    for found in TOKEN.finditer(text):
        kind = found.lastgroup
        if kind is None or kind == "skip":
            continue
        sign = found.group()
        if (step := _STEPS.get(kind)) is not None:
            step(scan, sign)
        scan.before = (kind, sign.upper() if kind == "word" else sign)
    _limits(scan)
    known = {**prefixes, **scan.declared}
    unknown = [name for name in scan.used if name not in known]
    if unknown:
        there = ", ".join(sorted(prefixes)) or "none"
        raise _refusal(f"unknown prefix {unknown[0]}:", f"declare it; predefined: {there}")
    return tuple(_resolved(graph, known, scan.base) for graph in scan.graphs)


def _plain(text: str, prefixes: Mapping[str, str]) -> bool:
    """Tell whether a query is so small and simple that no rule can refuse it, nor a graph be named.

    In doubt it is not: then it is looked at closely.
    """
    odd = "\\" in text or '"""' in text or "'''" in text or "SERVICE" in text.upper()
    if odd or len(text) > _SMALL:
        return False
    # What is left are words, names, numbers and signs.
    rest = _OPAQUE.sub(" ", text)
    words = rest.upper()
    notable = [word for word in _NOTABLE if word in words]
    if notable or len(_COUNTED.findall(rest)) > LONGEST_PATH:
        return False
    return ":" not in rest or set(_PREFIX.findall(rest)) <= prefixes.keys()


def _opened(scan: _Scan, sign: str) -> None:
    scan.depth += 1
    scan.deepest = max(scan.deepest, scan.depth)
    scan.brackets.append(sign)
    scan.path = 0
    scan.patterns += sign in "{["


def _closed(scan: _Scan, _sign: str) -> None:
    scan.depth -= 1
    if scan.brackets:
        scan.brackets.pop()


def _marked(scan: _Scan, _sign: str) -> None:
    """Count `.`, `;` and `,` as one more pattern, unless they part arguments of a function."""
    scan.path = 0
    scan.patterns += scan.brackets[-1:] != ["("]


def _operated(scan: _Scan, sign: str) -> None:
    scan.operators += 1
    scan.path += sign in _PATH_SIGNS
    scan.longest = max(scan.longest, scan.path)


def _said(scan: _Scan, sign: str) -> None:
    word = sign.upper()
    if word in _UPDATES and not scan.brackets:
        raise _refusal(f"{word} is refused", "a release is read-only; publish again to change it")
    scan.operators += word in _COUNTED_WORDS


def _named(scan: _Scan, sign: str) -> None:
    if scan.before == ("word", "PREFIX"):
        scan.declared[sign.rstrip(":")] = ""
    else:
        scan.used[sign.partition(":")[0]] = None
        _asked_from(scan, sign)


def _addressed(scan: _Scan, sign: str) -> None:
    if scan.before == ("word", "BASE"):
        scan.base = urljoin(scan.base, sign[1:-1])
    if scan.before[0] == "name" and scan.declared and not list(scan.declared.values())[-1]:
        scan.declared[list(scan.declared)[-1]] = sign[1:-1]
    _asked_from(scan, sign)


def _asked_from(scan: _Scan, sign: str) -> None:
    if scan.before in {("word", "FROM"), ("word", "NAMED")}:
        scan.graphs.append(sign)


_STEPS = {
    "open": _opened,
    "close": _closed,
    "mark": _marked,
    "operator": _operated,
    "word": _said,
    "name": _named,
    "iri": _addressed,
}


def _limits(scan: _Scan) -> None:
    if scan.deepest > DEEPEST:
        raise _refusal(f"is nested deeper than {DEEPEST}", "flatten it")
    if scan.operators > MOST_OPERATORS:
        raise _refusal(f"has more than {MOST_OPERATORS} operators", "use VALUES or IN")
    if scan.patterns > MOST_PATTERNS:
        raise _refusal(f"has more than {MOST_PATTERNS} triple patterns", "ask in parts")
    if scan.longest > LONGEST_PATH:
        raise _refusal(f"has a path longer than {LONGEST_PATH} steps", "use + or *")


def _resolved(graph: str, known: Mapping[str, str], base: str) -> str:
    if graph.startswith("<"):
        return urljoin(base, graph[1:-1]) if base else graph[1:-1]
    prefix, _, local = graph.partition(":")
    return known[prefix] + local


def _refusal(what: str, mend: str) -> UsageError:
    return UsageError(what, where="query", mend=mend)
