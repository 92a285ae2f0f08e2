"""Writing a file whole or not at all: a kill leaves the old file or the new one."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to, which takes the place of `path` once the block ends without an error.

    A new file is for this user alone to read; one that is replaced keeps its mode, and a link stays a link.
    The folder must exist. Raises OSError; `path` is then as it was.
    """
    path = Path(os.path.realpath(path))
    # In the same folder, since a file can be renamed only within its file system; hidden, so that nobody
    # takes a half-written one for a whole one.
    draft = path.with_name(f".{path.name[:80]}.{os.urandom(4).hex()}.part")
    try:
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with open(descriptor, "wb") as file:  # noqa: PTH123 (a descriptor, not a path)
            yield file
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
        draft.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
