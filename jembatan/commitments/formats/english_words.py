"""Who speaks in English, who belongs to them, who else does things, and when; words in haste are read as if written out."""

import re

ADVERB = (
    r"(?:\s+(?:then|also|first|again|next|still|now|soon|just|each|all|both|(?!(?:re|sup|ap|com|al)ply\b)[a-z]+ly|of\s+course|in\s+turn|be\s+happy\s+to"
    r"|be\s+glad\s+to|be\s+able\s+to)\b)*+"
)
UNIT = (
    r"(?:team|secretariat|office|department|unit|section|division|desk|bureau|agency|ministry|embassy|consulate|mission|directorate|authority|committee"
    r"|commission|board|branch|service|administration|operator|organisers?|organizers?|headquarters|authorities|government|commander|police|navy|coast\s+guard|company|vendor|contractor|landlord|hosts?|sides?|parties|party|coordinator|archive|museum|laboratory|lab|hotel|warehouse)"
)
STAFF = (
    r"(?:colleagues?|director|assistant|nurse|doctor|guards?|registry|registrar|clerks?|accountants?|staff|people|folks|lawyers|driver|courier|officers?|engineers?|technicians?|trainers|successor|deputy|experts?|pilots?"
    r"|interpreters?|accountants?|agents?|supplier|contractor|crew|boss|secretary|side)"
)
PART = rf"(?:our|my)\s+(?:[\w-]+\s+){{0,2}}?(?:{UNIT}|{STAFF})\b(?:,?\s+(?:mr|ms|mrs|dr)\.?\s+\w+(?:\s+\w+)?,?|(?<=colleague)\s+(?!will\b|shall\b|is\b|has\b|and\b|would\b|in\b|at\b|who\b)[a-z]+)?"
SOMEBODY = (
    r"(?:(?:someone|somebody|one)\s+(?:from|of|in)\s+(?:our|my)\s+[\w-]+|(?:a|one|another)\s+colleague(?:\s+of\s+(?:mine|ours))?"
    r"|an?\s+(?:driver|technician|courier|member\s+of\s+(?:our|my)\s+\w+))"
)
WE = rf"(?:we|i|{PART}|{SOMEBODY}|(?:both|one|some|two|all|each)\s+of\s+us)"
OFFICE = (
    r"(?:finance|payroll|legal|logistics|procurement|protocol|communications|accounts|accounting|facilities|catering|registry|customs|purchasing|personnel"
    r"|the\s+treasury|hr|headquarters|reception|security)"
)

COMMON_WORDS = """the of to and is are was be will we i you he she they it our my your in on by for with from at that this have has a an please
    if as"""
# What tells a sentence of this language from those of the other.
COMMON = frozenset(COMMON_WORDS.split())

HASTE = {
    "pls": "please",
    "plz": "please",
    "u": "you",
    "ur": "your",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tomorow": "tomorrow",
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "asap": "as soon as possible",
    "recieve": "receive",
    "foward": "forward",
    "wil": "will",
    "eod": "the end of the day",
    "cob": "close of business",
}
IN_HASTE = re.compile(rf"\b(?:{'|'.join(HASTE)})\b")


def written_out(words: str) -> str:
    """Short forms and common slips as a dictionary has them, and one apostrophe."""
    return IN_HASTE.sub(lambda found: HASTE[found.group()], words.replace("’", "'"))
