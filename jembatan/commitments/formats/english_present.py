"""Promises in the English present tense: an act, somebody who does it, and a time to come ("we return the keys on Friday")."""

import re

from jembatan.commitments.formats.english_words import ADVERB, OFFICE, PART, UNIT, WE

type Read = tuple[str, str]

ROLE = (
    r"(?:minister|ambassador|consul|secretary|treasurer|accountant|guard|captain|commander|pilot|agent|manager|head|chief|doctor|nurse"
    r"|translator|interpreter|photographer|printer|mechanic|electrician|clerk|supplier|contractor|architect|surveyor|caterer|plumber|painter|lawyer|notary|harbour\s+master)s?"
)
COLLEAGUES = (
    r"(?:an?|one|two|three|four|some)\s+(?:of\s+)?(?:our\s+|my\s+)?(?:colleague|technician|engineer|driver)s?"
)
OURS = rf"(?:{WE}|(?:our|my)\s+{ROLE}|{COLLEAGUES})"
PERSON = rf"(?:he|she|(?:mr|mrs|ms|dr|prof)\.?\s+\w+(?:\s+\w+)?(?:,\s+[^,]{{2,30}},)?|{OFFICE}|the\s+(?:[\w-]+\s+)?{ROLE}|(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{UNIT})"

ACT = (
    r"(?:(?:send|hand|bring|fetch|collect|return|deliver|post|forward|prepare|draft|print|publish|translate|sign|submit|pay|refund"
    r"|reimburse|transfer|book|call|phone|e?mail|repair|fix|replace|correct|install|build|clean|complete|finish|circulate|issue"
    r"|update|arrange|supply|lend|remove|file|ship|courier|dispatch|release|reimburse|process|reserve|resend|confirm|share|upload|present|report|provide|pick|drop|extend|settle|register)(?:e?s)?"
    r"|(?:take|bring|pick|set|put|write|hand|give)s?\s+(?:down|up|back|over|away|out|to|off|in|you|your|it|them|these"
    r"|the\s+(?!train|bus|ferry|taxi|plane|flight|boat|ship|road|lift|opportunity|chance|floor|lead|oath))"
    r"|copy|copies|reply|replies)"
)
COMING = re.compile(
    r"\b(?:today|tonight|tomorrow|shortly|soon|at\s+once|immediately|th(?:is|e\s+same)\s+(?:week|month|morning|afternoon|evening|day)"
    r"|(?:the\s+)?(?:next|coming|following)\s+\w+|(?:on|by|before|until)\s+(?:the\s+)?(?:(?:last|first|coming|same)\s+\w+|eve\b|\w+day\b|\d[\w/.]*)"
    r"|in\s+the\s+week\s+of|within\s+\w+|in\s+(?:\w+|\d+)\s+(?:days|weeks)|as\s+soon\s+as|after\s+(?:lunch|that|the\s+\w+)|over\s+the\s+weekend|the\s+(?:day|evening|week)\s+(?:before|after))\b"
)
NOT_COMING = re.compile(
    r"\b(?:usually|normally|always|often|generally|regularly|each|every|per|once\s+a|twice\s+a|a\s+(?:day|week|month|year)|of\s+each|since"
    r"|last\s+(?:week|month|year|night)|ago|yesterday|already|never|not|only\s+when|rarely|cannot)\b|n['’]t\b"
)
STATES = (
    r"(?:writing|looking|waiting|going|coming|travell?ing|attending|arriving|leaving|staying|hoping|expecting|planning|meeting|flying|having"
    r"|thinking|being|getting|celebrating|moving|opening|closing|working|asking|missing|seeing|facing|running|joining|speaking|living|following|verifying|chasing"
    r"|sitting|standing|counting|referring|wondering|feeling|enjoying|suffering|returning\s+(?:to|from|home))\b"
)
STUDYING = r"(?:looking\s+(?:into|at)|sounding\s+out|negotiating|discussing|clarifying|giving\s+(?:some\s+)?thought\s+to|working\s+(?:on|out)|chasing|following\s+up|finding\s+out|verifying|checking|reviewing|studying|examining|investigating|considering|exploring|assessing)\b"

WE_DO = re.compile(rf"\b{OURS}{ADVERB}\s+{ACT}\b")
WE_ARE_DOING = re.compile(
    rf"\b(?:we\s+are|we['’]re|i\s+am|i['’]m|{PART}\s+(?:is|are)){ADVERB}\s+(?!{STATES}|{STUDYING})[a-z]+ing\b"
)
WE_ARE_STUDYING = re.compile(
    rf"\b(?:we\s+are|we['’]re|i\s+am|i['’]m|{PART}\s+(?:is|are))(?:\s+still)?{ADVERB}\s+{STUDYING}"
)
WE_BEAR = re.compile(
    rf"(?:^|,\s+)(?:which\s+|this\s+|these\s+)?{OURS}{ADVERB}\s+(?:still\s+)?(?:refunds?|reimburses?|bears?\s+the|pays?\s+(?:for|the)|covers?)\b|\bwhich\s+{OURS}\s+(?:pays?|bears?)\b"
)
WE_BRING = re.compile(rf"^(?!we\b|i\b){OURS}{ADVERB}\s+brings?\s+(?!up\b|back\b)")
YOURS_DO = re.compile(rf"^(?:and\s+|then\s+)?your\s+{ROLE}{ADVERB}\s+{ACT}\b")
THEY_DO = re.compile(rf"^(?:action\s*:\s*)?{PERSON}{ADVERB}\s+{ACT}\b")
THEY_ARE_DOING = re.compile(
    rf"^{PERSON}\s+(?:is|are){ADVERB}\s+(?:send|transferr|prepar|draft|deliver|ship|print|issu|releas|process|pay|arrang|circulat|bring|return|forward|mail|provid|install|repair|replac)ing\b"
)
THEY_STUDY = re.compile(rf"^{PERSON}\s+(?:is|are)(?:\s+(?:still|currently|now))?\s+{STUDYING}")
IN_CHARGE = re.compile(
    rf"^{PERSON}\s+(?:takes\s+care\s+of|sees\s+to|looks\s+after|is\s+(?:handling|dealing\s+with|taking\s+care\s+of|looking\s+after)|handles|is\s+in\s+charge\s+of|is\s+responsible\s+for|takes\s+(?:on|over|charge\s+of))\b"
)
TOLD = re.compile(r"\b(?:that|whether|who|how|why)\b")


def read_present(words: str) -> Read | None:
    """Read as `english.read` does; what has no time to come, or happens again and again, promises nothing."""
    if words.endswith("?") or NOT_COMING.search(words):
        return None
    if WE_BEAR.search(words) or WE_BRING.search(words):
        return "will", "writer"
    if WE_ARE_STUDYING.search(words):
        return "looks", "writer"
    if THEY_STUDY.search(words):
        return "looks", "named"
    if IN_CHARGE.search(words):
        return "will", "named"
    for pattern, owes in (
        (YOURS_DO, "reader"),
        (THEY_DO, "named"),
        (THEY_ARE_DOING, "named"),
        (WE_DO, "writer"),
        (WE_ARE_DOING, "writer"),
    ):
        found = pattern.search(words)
        if found and COMING.search(words) and not TOLD.search(words, 0, found.start()):
            return "will", owes
    return None
