"""The way in: `lod` and `python -m lod`."""

import gc
import os
import signal
import sys
from types import FrameType

from lod.errors import INTERRUPTED, STANDS, TERMINATED


def main() -> None:
    """Load the command line and run it; Ctrl-C while it loads ends it in words, too."""
    usual = signal.getsignal(signal.SIGINT)
    if usual is signal.default_int_handler:  # not where it is ignored, as below nohup
        signal.signal(signal.SIGINT, _leave)
    if sys.argv[1:2] == ["publish"]:
        _begin()
    # It takes a third of a second, in which nothing is done yet; a tenth of that would go into
    # looking for cycles in what stays for good.
    gc.disable()
    from lod import cli  # noqa: PLC0415

    gc.freeze()  # not looked through later, either
    gc.enable()
    signal.signal(signal.SIGINT, usual)
    cli.main()


def _begin() -> None:
    """Make ready for much work: it may be told to end, and other processes will be wanted."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _end)
    from lod.engine.apart import expect  # noqa: PLC0415
    from lod.pipeline.ahead import needed  # noqa: PLC0415

    if "--workers" not in sys.argv and os.cpu_count() != 1:
        expect(needed(sys.argv[2:]))


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """End at once: an exception in the middle of an import may end up anywhere."""
    sys.stderr.write(f"\n{STANDS}\n")
    sys.stderr.flush()
    os._exit(INTERRUPTED)


def _end(_signal: int, _frame: FrameType | None) -> None:
    """End in order: what was begun is let go, as after Ctrl-C."""
    os.write(2, f"\n{STANDS}\n".encode())  # the file itself may be in the middle of a line
    sys.exit(TERMINATED)


if __name__ == "__main__":
    main()
