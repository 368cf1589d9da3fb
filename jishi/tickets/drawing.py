"""`python -m jishi.tickets.drawing PICTURE FORMAT`: the picture is drawn anew, and a small one beside it.

What is not drawn is gone: places and cameras in photographs, comments, whatever else was hidden in the file.
"""

import resource
import sys
from pathlib import Path

from PIL import Image, ImageOps

from .redrawing import SECONDS, thumb_of

PIXELS = 40_000_000
MEMORY = 1_500_000_000  # bytes
THUMB = (480, 320)


def draw(picture: Path, form: str) -> None:
    Image.MAX_IMAGE_PIXELS = PIXELS // 2  # Pillow itself refuses twice as many
    with Image.open(picture, formats=[form]) as given:
        if given.width * given.height > PIXELS:
            sys.exit(1)
        drawn = ImageOps.exif_transpose(given)
    if form == "JPEG" and drawn.mode not in ("RGB", "L"):
        drawn = drawn.convert("RGB")
    bare(drawn).save(picture, form, quality=88)
    drawn.thumbnail(THUMB)
    bare(drawn).convert("RGBA" if drawn.has_transparency_data else "RGB").save(thumb_of(picture), "WEBP", quality=80)


def bare(picture: Image.Image) -> Image.Image:
    """The points alone, and the colours they point to."""
    copied = picture.copy()
    copied.info = {"transparency": picture.info["transparency"]} if "transparency" in picture.info else {}
    return copied


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    draw(Path(sys.argv[1]), sys.argv[2])
