"""vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) as real exporters write it."""

from jembatan.directory.formats.vcard.reader import (
    VCard,
    VCardFile,
    looks_like_vcard,
    read_vcards,
    vcards_in_turn,
)

__all__ = ["VCard", "VCardFile", "looks_like_vcard", "read_vcards", "vcards_in_turn"]
