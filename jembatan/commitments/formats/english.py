"""Promises and requests in English, by their words."""

import re

from jembatan.commitments.formats.english_asks import asks
from jembatan.commitments.formats.english_named import STILL, WILL, looks_or_will, read_named
from jembatan.commitments.formats.english_passive import read_passive
from jembatan.commitments.formats.english_present import read_present
from jembatan.commitments.formats.english_words import ADVERB, PART, SOMEBODY, WE, written_out

type Read = tuple[str, str]

SOON = re.compile(
    r"\b(?:today|tonight|tomorrow|shortly|soon|(?:this|next|early\s+next)\s+(?:week|month|morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|by\s+\w+|before|(?:for|to)\s+you|you\s+(?:the|a|an|our)|"
    r"within|no\s+later|at\s+(?:noon|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven)|\d{1,2}\s+\w+)\b"
)

RULE = re.compile(
    r"^(?:violations?|applicants?|guests?|every|any(?!\s+(?:chance|news))|all\s+(?:applicants|visitors)|in\s+(?:the\s+event|case)\s+of|under\s+(?:article|section|the\s+terms)|this\s+(?:message|agreement|policy))\b"
    r"|\bintended\s+recipient\b|\baccording\s+to\b(?!\s+(?:our|the\s+(?:plan|schedule|list)))|(?:^|,\s+)they\s+say\b[.!]?$|\bbut\s+(?:that\s+was|nothing|has\s+not|never)\b|\b(?:years|months|weeks|days)\s+ago\b"
)
OPEN_CONDITION = re.compile(
    r"\b(?:if|unless|provided\s+that|in\s+case|assuming|on\s+condition\s+that|as\s+long\s+as)\b|^(?:should\s+you|should\s+\w+|had\s+(?:there|we|i|the))\b|\bwould\s+have\b"
)
POLITE_CONDITION = re.compile(
    r"\bif\s+(?:(?:at\s+all\s+)?possible|you\s+(?:could|can|would|please|don['’]t\s+mind)|the\s+\w+\s+(?:could|would)|feasible|convenient|needed|necessary|required)\b|\b(?:see|check|ask|know|tell\s+(?:us|me)|find\s+out)\s+(?:by\s+\w+\s+|before\s+\w+\s+|in\s+time\s+)?if\b"
    r"|\b(?:grateful|great|helpful|good|nice|kind|useful|appreciated?|appreciate\s+it|wonder(?:ing|ed)?|help|welcome\s+it|thankful|obliged|glad|pleased)\s+(?:\w+\s+){0,2}?if\b(?!\s+(?:we|i)\b)"
    r"|\bcheck\s+with\b"
)

WE_WILL = re.compile(
    rf"\b{WE}(?:,?\s+(?:for\s+(?:our|my)\s+part|on\s+(?:our|my)\s+side|too|both|all),?)?{WILL}{ADVERB}\s+(?!{STILL})[a-z]+"
)
ELLIPTIC = re.compile(
    rf"^(?:(?:ok|okay|sure|noted|thanks|thank\s+you|yes|great|understood|fine|certainly|of\s+course|with\s+pleasure)[,.! ]+)*(?:will|shall){ADVERB}\s+(?!{STILL}|the\b|you\b|there\b|it\b|they\b|he\b|she\b|we\b|i\b|your\b|anyone\b|our\b|a\b|an\b|this\b|that\b|his\b|her\b)[a-z]+[^?]*$"
)
AT_ONCE = re.compile(
    r"^(?:(?:ok|okay|sure|noted|thanks|yes|great|hi|understood)[,.! ]+)*(?:i['’]?m|we['’]?re|i\s+am|we\s+are)\s+on\s+it\b"
    r"|^(?:(?:ok|okay|sure|yes|certainly|of\s+course|no\s+problem)[,.! ]+)*(?:(?:we|i)\s+)?can\s+(?:certainly\s+|definitely\s+)?(?:do|have|get|deliver|send|finish|confirm|bring|manage|provide|sign|ship)\b[^?]*\b(?:by|before|on|tomorrow|tonight|today|this\s+week|next\s+week)\b"
    r"|\bconsider\s+(?:it|that|the\b.{1,40}?)\s+(?:done|settled|arranged|sorted|taken\s+care\s+of)\b"
    r"|(?:^|,\s+)(?:[\w'-]+\s+){1,5}to\s+follow\b|^(?:it|they|your\s+\w+|the\s+\w+)\s+ships?\s+(?:today|tomorrow|tonight|on\s+\w+day)|^(?:sending|dropping|posting|forwarding|uploading|e?mailing)\s+(?!you\s+my)\w+|(?:,|\band|\bthen|\bbut)\s+will\s+(?:get\s+back|let|send|share|revert|report|confirm|update|come\s+back|forward|call|ring)\b"
)
OUR_WORD = re.compile(
    rf"\b{WE}\s+(?:hereby\s+|can\s+|also\s+)*(?:undertake\s+to|commit\s+(?:to|ourselves)|promise\s+(?:to|that|you|an?|the)|guarantee|pledge|agree\s+to|offer\s+to|assure\s+you|make\s+sure|accept\s+to|have\s+(?:agreed|promised|undertaken)\s+to)\b"
    r"|\b(?:is|are|remains?)\s+(?:our|my)\s+(?:responsibility|job|task)\b|\b(?:we|i)\s+(?:still\s+)?owe\s+you\b|\byou\s+have\s+(?:my|our)\s+(?:word|assurance|promise|commitment)\b|\b(?:we|i)\s+(?:are|am|would\s+be|will\s+be)?\s*(?:glad|happy|ready|prepared|pleased)\s+to\s+(?:send|put\s+you|provide|share|lend|cover|pay|give|prepare|arrange)\b|\b(?:is|are)\s+on\s+us\b"
    rf"|\b(?:we|i)\s+would\s+(?:of\s+course\s+|gladly\s+)+(?:bear|cover|pay|send|provide)\b|\b{WE}\b.*\band\s+will\s+(?:also\s+|then\s+)?(?!not|be(?!\s+in\s+touch)|never)[a-z]+\b"
    r"|\b(?:we|i)\s+have\s+(?:instructed|told|asked)\s+(?:our|my)\s+.{1,30}?\s+to\s+(?!me\b|us\b)\w+|^(?:from\s+)?(?:tomorrow|tonight|next\s+\w+|later\s+today),?\s+(?:we|i)\s+(?!will|shall|are|am|have|had|can|could|might|may|travel|fly|leave|arrive|go|meet|attend|celebrate|want|hope|would)[a-z]+\b"
    rf"|\b(?:{PART}|{SOMEBODY})\s+(?:is|are)\s+coming\b"
    r"|\b(?:we|i)\s+(?:also\s+|therefore\s+)?(?:give|grant|offer)\s+you\b|\blet\s+me\s+(?:send|share|forward|get\s+(?:you|back)|prepare|draft|resend|arrange|confirm|come\s+back|fix|sort)\b|\brest\s+assured\b|\bconsider\s+it\s+done\b|\bleave\s+(?:it|that|this|the\b.{1,40}?)\s+(?:to|with)\s+(?:us|me)\b"
)
TO_YOU = re.compile(
    r"\b(?:the\s+)?\w+(?:\s+\w+)?\s+(?:follows?|will\s+follow)\s+(?:today|tonight|tomorrow|shortly|soon|on\s+\w+day|next|by|in\s+a)\b|\b(?:number|form|annex|letter|invoice|list|copy|original)\s+follows?\s*(?:from\s+our\s+.*)?[.!]?$"
    r"|\b(?:letter|original|originals|copy|copies|document|parcel|invoice|contract)\b.*\b(?:leaves?|goes?|travels?)\b.*\b(?:by\s+courier|to\s+you|today|tomorrow|this\s+week)\b"
    r"|\bon\s+(?:our|my)\s+side\b.*\bwill\s+[a-z]+"
    r"|\bto\s+inform\b.*\bthat\s+(?:it|we)\s+will\s+(?!be\b|not\b)[a-z]+"
)
DECIDED = re.compile(
    r"\b(?:we\s+are|we['’]re|i\s+am|i['’]m)\s+(?:now\s+|therefore\s+|also\s+)?(?:extending|placing|installing|setting\s+up|lending|issuing|booking|ordering|moving\s+(?!to\b|house|on\b|into)|shifting|rescheduling|covering|handling|replacing|adding|refunding|waiving|crediting|upgrading|arranging|reserving|rebooking|resending|having\s+(?:it|them|(?:the|a|an|new|your|our)\s+(?:\w+\s+){1,2}?)\s*(?:\w+ed|cut|made|sent|built|done|put)\b|making\s+sure|setting\s+aside)\b"
)
SENDING = re.compile(
    r"\b(?:we\s+are|we['’]re|i\s+am|i['’]m)\s+(?:now\s+)?(?:sending|posting|forwarding|preparing|delivering|submitting|transferring|paying)\b"
)
INTEND = re.compile(
    rf"\b{WE}(?:['’](?:re|m|d))?\s+(?:are\s+|am\s+|is\s+|also\s+|still\s+|fully\s+|currently\s+|would\s+|do\s+)*(?:plan(?:ning)?\s+(?:to\s+(?!arrive|attend|travel|come|stay|visit|join|fly|leave|be\s+(?:there|in|at)\b)|on\s)|intend(?:ing)?\s+to|seek(?:ing)?\s+to|hop(?:e|ing)\s+(?:to\s+(?!see|meet|hear|welcome|visit|be\s+(?:there|with)|attend|come|return|travel|stay|learn|continue|work)|for\s+a\s)|(?:hopeful|optimistic)\s+that|aim(?:ing)?\s+(?:to|at|for)|try(?:ing)?\s+to|endeavour(?:ing)?\s+to"
    rf"|expect(?:ing)?\s+to|(?:would\s+)?like\s+to\s+(?:deliver|send|submit|provide|share|hand|call|phone|bring|return|complete|finish|sign|print|publish|show|extend|renew|add|get|put|let\s+you|give|reply|come\s+back\s+to)|target(?:ing)?)\b"
    rf"|\b(?:the|our|my)\s+(?:intention|plan|aim|goal|idea|target)\s+is\s+to\b|\b{WE}\s+should\s+be\s+able\s+to\b|\b(?:we|i)\s+expect\s+(?:the|an?|your|our)\s+(?:\w+\s+)?(?:permit|approval|decision|results?|delivery|answer|reply|confirmation|news|goods|parts|documents?)\b|^(?:aiming|hoping|planning|trying|hope|expect)\s+to\b"
    rf"|\b{WE}\s+(?:will|shall)\s+(?:certainly\s+|also\s+)?(?:try|endeavour|do\s+(?:our|my)\s+(?:very\s+|level\s+)?best)\b|\b(?:i|we)['’]ll\s+(?:try|do\s+(?:our|my)\s+best)\b"
)
HOPEFULLY = re.compile(
    r"\b(?:all\s+being\s+well|hopefully|with\s+(?:a\s+bit\s+of\s+)?luck|god\s+willing|fingers\s+crossed)\b"
)
FUTURE = re.compile(r"\b(?:i|we|you)\b.*|\bgoes\s+out\b|\bwill\b")
SEEING = re.compile(
    r"\blet\s+(?:me|us)\s+(?:see|check|ask|look|find\s+out|think|try|look\s+into|discuss|consult|talk)\b|\b(?:but\s+)?i['’]?ll\s+ask\b|\bgive\s+(?:me|us)\s+(?:an?|one|two|until|some|a\s+few)\s+(?:\w+\s+){0,2}?(?:to|and)\b"
)
NEGATED = re.compile(
    r"\b(?:do(?:es)?\s+not|don['’]t|no\s+longer|not)\s+(?:plan|intend|expect|hope)|\bno\s+need\s+to\b|\bneed\s+not\b|^nothing\b"
)


def read(sentence: str) -> Read | None:
    """The grade ("will", "intends", "looks", "asked") and who owes it ("writer", "reader", "named")."""
    words = written_out(sentence.lower())
    if RULE.search(words) or NEGATED.search(words):
        return None
    if OPEN_CONDITION.search(words) and not POLITE_CONDITION.search(words):
        return None
    if asks(words):
        return ("asked", "reader")
    if words.endswith("?"):
        return None
    return (
        _promised(words)
        or read_passive(words, sentence)
        or read_named(words, sentence)
        or read_present(words)
    )


def _promised(words: str) -> Read | None:
    if INTEND.search(words) or (HOPEFULLY.search(words) and FUTURE.search(words)):
        return ("intends", "writer")
    if SEEING.search(words):
        return ("looks", "writer")
    if AT_ONCE.search(words) or DECIDED.search(words):
        return ("will", "writer")
    firm = WE_WILL.search(words) or ELLIPTIC.search(words) or OUR_WORD.search(words) or TO_YOU.search(words)
    if firm is None:
        sending = SENDING.search(words)
        return ("will", "writer") if sending and SOON.search(words) else None
    return (looks_or_will(words[firm.start() :]), "writer")
