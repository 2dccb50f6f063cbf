"""TLP 2.0 markings (FIRST, August 2022): labels are upper case and never translated."""

from enum import StrEnum


class Marking(StrEnum):
    """From the widest to the narrowest audience."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"
