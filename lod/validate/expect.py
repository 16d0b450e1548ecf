"""The counts that stop a release: what `[expect]` demands against what the run came to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lod.config import Expect
from lod.errors import DataError
from lod.issue import Issue

# Fields of the crosswalk that fill roles of other names: whoever writes a document is its author.
_ROLES = {
    "creator": ("author", "corporate-author", "creator"),
    "place_created": ("created",),
    "place_mentioned": ("mentioned",),
}


_MANY = 10  # records; of fewer, one or two are a large share


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a run came to.

    records: published. before: in the release before, 0 without one. quarantined: kept out.
    broken: files that were not read to their end, each with what is wrong. linked: role ->
    (names that are linked to an entity elsewhere, names in that role).
    """

    records: int
    before: int = 0
    quarantined: int = 0
    broken: Sequence[str] = ()
    linked: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def check(expect: Expect, counts: Counts) -> list[Issue]:
    """Compare a run with what its dataset expects; an empty list when it may be published.

    >>> check(Expect(records_min=400), Counts(records=320))[0].message
    'records: 320, expected at least 400'
    """
    found = (_broken, _records, _lost, _quarantined, _linked)
    return [issue for one in found for issue in one(expect, counts)]


def demand(issues: Iterable[Issue]) -> None:
    """Stop the release when an issue is an error; raises DataError that lists them."""
    errors = [str(issue) for issue in issues if issue.severity == "error"]
    if errors:
        more = f"; and {len(errors) - 5:,} more" if len(errors) > 5 else ""
        mend = "mend the source, or change [expect]; the release before stays"
        what = f"not published: {'; '.join(errors[:5])}{more}"
        raise DataError(what, mend=mend, details={"unmet": errors})


def _records(expect: Expect, counts: Counts) -> Iterator[Issue]:
    found = f"records: {counts.records:,}"
    if counts.records < expect.records_min:
        yield _issue("records", f"{found}, expected at least {expect.records_min:,}")
    if expect.records_max is not None and counts.records > expect.records_max:
        yield _issue("records", f"{found}, expected at most {expect.records_max:,}")


def _lost(expect: Expect, counts: Counts) -> Iterator[Issue]:
    """Stop what has lost too much since the release before: most often a source is not whole."""
    gone = counts.before - counts.records
    if counts.before >= _MANY and gone / counts.before > expect.lost_max:
        share = f"{gone / counts.before:.1%} ({gone:,} of {counts.before:,})"
        mend = "where they are to go, write lost = { max = 1 }"
        yield _issue("lost", f"lost: {share}, allowed {expect.lost_max:.1%}: {mend}")


def _quarantined(expect: Expect, counts: Counts) -> Iterator[Issue]:
    total = counts.records + counts.quarantined
    if total and counts.quarantined / total > expect.quarantined_max:
        share = f"{counts.quarantined / total:.1%} ({counts.quarantined:,} of {total:,} records)"
        allowed = f"allowed {expect.quarantined_max:.1%}"
        yield _issue("quarantined", f"quarantined: {share}, {allowed}")


def _broken(expect: Expect, counts: Counts) -> Iterator[Issue]:
    if len(counts.broken) > expect.broken_max:
        found = f"broken: {len(counts.broken):,} not read to the end"
        files = "; ".join(counts.broken[:3])
        yield _issue("broken", f"{found}, expected at most {expect.broken_max:,}: {files}")


def _linked(expect: Expect, counts: Counts) -> Iterator[Issue]:
    for role, least in sorted(expect.linked_min.items()):
        found = [counts.linked.get(name, (0, 0)) for name in _roles_of(role)]
        linked, named = (sum(numbers) for numbers in zip(*found, strict=True))
        wanted = f"expected at least {least:.1%}"
        if not named:
            yield _issue("linked", f"linked.{role}: nobody is named in this role, {wanted}")
        elif linked / named < least:
            share = f"{linked / named:.1%} ({linked:,} of {named:,})"
            yield _issue("linked", f"linked.{role}: {share}, {wanted}")


def _roles_of(field: str) -> tuple[str, ...]:
    """Name the roles that a field of the crosswalk fills."""
    return _ROLES.get(field, (field.replace("_", "-"),))


def _issue(name: str, message: str) -> Issue:
    return Issue(message=message, code=f"expect/{name}", severity="error")
