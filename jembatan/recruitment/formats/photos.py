"""A photo as a badge needs it: upright, cut to the face's share, small, and nothing in it but the picture."""

import struct
import zlib
from io import BytesIO

from django.utils.translation import gettext as _

SIZE = (350, 450)
SMALLEST = 120
MOST_PIXELS, MOST_OF_PNG = 50_000_000, 12_500_000
"""A JPEG is made smaller while it is read; a PNG has to be held whole."""
QUALITY = 85
FACE = (0.5, 0.35)
"""Where the middle of what is kept lies: faces are above the middle."""


class NoPhoto(Exception):
    """It cannot be used; the message says why, for whoever chose it."""


def portrait(content: bytes) -> bytes:
    """A JPEG of our own making, of one size, without what cameras write beside the picture (EXIF, place, comments). Raises `NoPhoto`."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
            most = MOST_OF_PNG if picture.format == "PNG" else MOST_PIXELS
            if picture.width * picture.height > most:
                raise NoPhoto(_("This picture is too large. Make it smaller and choose it again."))
            if min(picture.size) < SMALLEST:
                raise NoPhoto(_("This picture is too small to be printed. Choose a larger one."))
            picture.draft("RGB", (2 * SIZE[0], 2 * SIZE[1]))
            picture.getexif()  # How it lies is read here; it is not written back, since cameras write much that breaks that.
            for name in ("exif", "Raw profile type exif"):
                picture.info.pop(name, None)
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        struct.error,
        zlib.error,
        Image.DecompressionBombError,
    ) as fault:
        raise NoPhoto(_("This picture cannot be read. Choose a JPEG or PNG.")) from fault
    fitted = ImageOps.fit(upright, SIZE, centering=FACE)
    printed = Image.new("RGB", SIZE, "white")
    printed.paste(fitted, mask=fitted)
    written = BytesIO()
    printed.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()
