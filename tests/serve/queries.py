"""Queries that strangers may send to end a server, and these broken at random."""

from __future__ import annotations

import random
from collections.abc import Iterator

CARTESIAN = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
QUERIES = {
    "cartesian": f"SELECT (COUNT(*) AS ?n) {{ {CARTESIAN} }}",
    "cartesian rows": f"SELECT * {{ {CARTESIAN} }}",
    "order": f"SELECT * {{ {CARTESIAN} }} ORDER BY ?a ?f ?i",
    "group": "SELECT ?a ?d (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d",
    "distinct": f"SELECT DISTINCT ?a ?d ?g {{ {CARTESIAN} }}",
    "concat": "SELECT (GROUP_CONCAT(?c) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "doubling": 'SELECT ?v40 {{ BIND("0123456789" AS ?v0) {} }}'.format(
        " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(40))
    ),
    "brackets": "SELECT * {{ FILTER({}1{}) }}".format("(" * 10_000, ")" * 10_000),
    "groups": "SELECT * {} ?s ?p ?o {}".format("{" * 10_000, "}" * 10_000),
    "optionals": "SELECT * {} ?s ?p ?o {}".format("{ OPTIONAL " * 5_000 + "{", "}" * 5_001),
    "bangs": "SELECT * { FILTER(%strue) }" % ("!" * 20_000),
    "minus signs": "SELECT * { FILTER(%s1) }" % ("- " * 10_000),
    "ors": "SELECT * {{ ?s ?p ?o FILTER({}) }}".format("||".join(["?o"] * 10_000)),
    "sums": "SELECT ({} AS ?x) {{}}".format("+".join(["0"] * 20_000)),
    "unions": "SELECT * {{ {} }}".format("UNION".join(["{}"] * 10_000)),
    "patterns": "SELECT * {{ {} }}".format(" . ".join(f"?s{n} ?p{n} ?o{n}" for n in range(1_000))),
    "90 patterns": "SELECT * {{ {} }}".format(" . ".join(f"?s{n} ?p{n} ?o{n}" for n in range(90))),
    "path": "SELECT * {{ ?s {} ?o }}".format("/".join(["<urn:a:p>"] * 1_000)),
    "path of 40": "SELECT * {{ ?s {} ?o }}".format("/".join(["!<urn:a:p>"] * 40)),
    "any path": "SELECT (COUNT(*) AS ?n) { ?s (!<urn:a:none>)* ?o . ?x (!<urn:a:none>)* ?y }",
    "list": "SELECT * {{ ?s ?p ({}) }}".format(" ".join(["1"] * 1_000)),
    "values": "SELECT * {{ VALUES ?x {{ {} }} ?s ?p ?x }}".format(" ".join(["1"] * 30_000)),
    "long": "SELECT * { ?s ?p '%s' }" % ("x" * 100_000),
    "service": "SELECT * { SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "silent service": "SELECT * { SERVICE SILENT <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "variable service": "SELECT * { VALUES ?u { <http://127.0.0.1:%d/> } SERVICE ?u {} }",
    "load": "LOAD <http://127.0.0.1:%d/>",
    "from": "SELECT * FROM <http://127.0.0.1:%d/> { ?s ?p ?o }",
    "regex": 'SELECT * { ?s ?p ?o . ?x ?y ?z FILTER(REGEX(STR(?o), "(a+)+$")) }',
    "not exists": f"SELECT * {{ {CARTESIAN} FILTER NOT EXISTS {{ ?a ?x ?i }} }}",
    "sub-select": "SELECT * { { SELECT * { ?a ?b ?c } } { SELECT * { ?d ?e ?f } } ?g ?h ?i }",
    "describe": f"DESCRIBE * {{ {CARTESIAN} }}",
    "construct": f"CONSTRUCT {{ ?a ?e ?i }} {{ {CARTESIAN} }}",
    "null": "SELECT * { ?s ?p '\x00' }",
    "surrogate": "SELECT * { ?s ?p '\\uD800' }",
    "right to left": "SELECT * { ?s ?p '\u202e' }",
}


def mutants(count: int) -> Iterator[str]:
    """Break hostile queries at random, the same way each time."""
    chance = random.Random(7)  # noqa: S311 - no secret
    pool = sorted(query for query in QUERIES.values() if len(query) < 2_000)
    for _ in range(count):
        text = list(chance.choice(pool))
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(text))
            text[at] = chance.choice(["", "(", ")", "{", "}", "?x", " ", "'", "<", ">", ".", "*"])
        yield "".join(text)
