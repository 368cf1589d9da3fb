"""Pictures are drawn anew, by a process of its own that may not take much: `drawing.py`."""

import subprocess
import sys
from pathlib import Path

from jishi.core.refused import Refused

SECONDS = 20
FORMATS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}


def redraw(picture: Path, kind: str) -> None:
    """In place, with a small one beside it. Refuses what is no picture, and too large ones ("bad-picture")."""
    command = [sys.executable, "-m", "jishi.tickets.drawing", str(picture), FORMATS[kind]]
    try:
        drawn = subprocess.run(command, timeout=SECONDS, capture_output=True, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        drawn = False
    if not drawn:
        raise Refused("bad-picture")


def thumb_of(picture: Path) -> Path:
    return picture.with_name(f"{picture.name}.thumb")
