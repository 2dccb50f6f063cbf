"""Voice notes, told by their first bytes."""

ENDINGS = {
    b"\x1a\x45\xdf\xa3": "webm",
    b"OggS": "ogg",
    b"ID3": "mp3",
    b"\xff\xfb": "mp3",
    b"\xff\xf1": "aac",
    b"RIFF": "wav",
    b"#!AMR": "amr",
}


def ending_of(content: bytes) -> str | None:
    """The ending of its file name; None for what is no sound that phones record."""
    if content[4:8] == b"ftyp":
        return "m4a"
    return next((ending for start, ending in ENDINGS.items() if content.startswith(start)), None)
