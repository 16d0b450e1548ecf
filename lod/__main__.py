"""The way in: `lod` and `python -m lod`."""

import gc
import os
import signal
import sys
from types import FrameType

from lod.engine.apart import expect
from lod.errors import INTERRUPTED, STANDS


def main() -> None:
    """Load the command line and run it; Ctrl-C while it loads ends it in words, too."""
    usual = signal.getsignal(signal.SIGINT)
    if usual is signal.default_int_handler:  # not where it is ignored, as below nohup
        signal.signal(signal.SIGINT, _leave)
    if sys.argv[1:2] == ["publish"] and "--workers" not in sys.argv and os.cpu_count() != 1:
        expect()
    # It takes a third of a second, in which nothing is done yet; a tenth of that would go into
    # looking for cycles in what stays for good.
    gc.disable()
    from lod import cli  # noqa: PLC0415

    gc.enable()
    signal.signal(signal.SIGINT, usual)
    cli.main()


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """End at once: an exception in the middle of an import may end up anywhere."""
    sys.stderr.write(f"\n{STANDS}\n")
    sys.stderr.flush()
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
