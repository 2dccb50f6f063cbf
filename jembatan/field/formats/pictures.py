"""Photos without what a camera adds to them: where they were taken, when, by which device."""

START = b"\xff\xd8"
SCAN = 0xDA
METADATA = frozenset({*range(0xE1, 0xF0), 0xFE})
"""APP1 to APP15 (EXIF, XMP, IPTC) and comments; APP0 is the format's own head."""


class NotAPhoto(ValueError):
    """No JPEG, or a broken one."""


def without_metadata(content: bytes) -> bytes:
    """The same picture. Raises `NotAPhoto`."""
    if not content.startswith(START):
        raise NotAPhoto
    kept, position = bytearray(START), len(START)
    while True:
        head = content[position : position + 4]
        if len(head) < 4 or head[0] != 0xFF:
            raise NotAPhoto
        if head[1] == 0xFF:  # fill byte
            position += 1
            continue
        if head[1] == SCAN:
            return bytes(kept) + content[position:]
        length = int.from_bytes(head[2:4], "big")
        if length < 2:
            raise NotAPhoto
        end = position + 2 + length
        if head[1] not in METADATA:
            kept += content[position:end]
        position = end
