"""Where one service is asked: what it answers is kept, and not asked for twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import orjson

from lod.cache import Cache, Kept
from lod.fetch import Answer, Fetcher, Manners, agent_of
from lod.reconcile.live import Failed, Setting

_REST = 60.0  # seconds that a service which fails is left alone


class Desk:
    """Asks one service and keeps what it answers; an old answer is better than none."""

    def __init__(self, name: str, setting: Setting, fetcher: Fetcher | None = None) -> None:
        manners = Manners(
            agent=agent_of(setting.contact),
            timeout=setting.live.timeout,
            whole=4 * setting.live.timeout,
            rest=min(setting.live.patience, _REST) or _REST,
        )
        self.fetcher = fetcher or Fetcher(manners)
        self._cache = Cache(setting.cache / f"{name}.sqlite", setting.tell)
        self._today, self._keep = setting.today, setting.live.keep
        self._patience = setting.live.patience

    def answer(self, key: str, ask: Callable[[], bytes]) -> Kept:
        """Give the answer that is kept under a key; ask, and keep it, when there is none or old.

        Raises one of `Failed` when the service fails and nothing is kept.
        """
        kept = self._cache.get(key)
        if kept is not None and self.is_fresh(kept):
            return kept
        try:
            body = ask()
        except Failed:
            if kept is None:
                raise
            return kept
        self.keep([(key, body)])
        return Kept(body, self._today)

    def wait(self) -> bool:
        """Wait until the service may be asked again; False where a run has no patience for that."""
        return self.fetcher.wait(self._patience)

    def kept(self, key: str) -> Kept | None:
        """Give what is kept under a key, old or not."""
        return self._cache.get(key)

    def keep(self, answers: Sequence[tuple[str, bytes]]) -> None:
        """Keep answers of today."""
        self._cache.put(answers, self._today)

    def is_fresh(self, kept: Kept) -> bool:
        """Tell whether an answer is young enough not to be asked for again."""
        try:
            age = date.fromisoformat(self._today) - date.fromisoformat(kept.day)
        except ValueError:
            return False
        return age.days <= self._keep


def no_json(answer: Answer) -> str:
    """Say that an answer is no JSON, "" when it is; services send pages when they are unwell."""
    try:
        orjson.loads(answer.body)
    except orjson.JSONDecodeError:
        what = answer.media_type or "something"
        return f"{what} in place of JSON: {answer.body[:80].decode('utf-8', 'replace')}"
    return ""
