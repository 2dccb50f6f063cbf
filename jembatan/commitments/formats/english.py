"""Promises and requests in English, by their words."""

import re

from jembatan.commitments.formats.english_present import read_present
from jembatan.commitments.formats.english_words import ADVERB, PART, WE

type Read = tuple[str, str]

WILL = r"(?:\s+(?:will|shall)\b|['’]ll\b|\s+(?:are|am|is)\s+going\s+to\b)"
STILL = (
    r"(?:not|never|always|see\s+(?:you|each)|attend|be\s+(?!sending|providing|submitting|forwarding|delivering|sharing)|remember|hear|need|have\s+(?:to|been|a\s+(?:good|great))|miss|"
    r"arrive|travel|stay|wait|look\s+forward|remain|gain|lose|find\s+(?:the|it|this)\b(?!\s+out)|meet\s+(?:again|you)|surely|think|wish|retire|join|come\s+(?:to|with)|speak|depend|continue\s+to\s+be|"
    r"embark|stand\b|rest\b|meet\b|benefit|know|like|love|enjoy|get\s+(?:there|in|home)|leave|go|bring\s+us)\b"
)
LOOKING = re.compile(
    r"\b(?:look\s+(?:into|at)|have\s+a\s+look|check\s+(?:with|whether|if|on)|consider|see\s+(?:what|if|whether|how)|try\s+to|try\b|review|find\s+out|examine|study|"
    r"do\s+(?:my|our)\s+best|discuss|ask|explore|think\s+about|raise|investigate|enquire|inquire|assess|see\s+about)\b"
)
DELIVERED_TOO = re.compile(r"\band\s+(?:report|send|share|return|submit|deliver|circulate|confirm|provide)\b")
SOON = re.compile(
    r"\b(?:today|tonight|tomorrow|shortly|soon|(?:this|next|early\s+next)\s+(?:week|month|morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|by\s+\w+|before|"
    r"within|no\s+later|at\s+(?:noon|\d)|\d{1,2}\s+\w+)\b"
)

RULE = re.compile(
    r"^(?:violations?|applicants?|guests?|every|any|all\s+(?:applicants|visitors)|in\s+(?:the\s+event|case)\s+of|under\s+(?:article|section|the\s+terms)|this\s+(?:message|agreement|policy))\b"
    r"|\bintended\s+recipient\b"
)
OPEN_CONDITION = re.compile(
    r"\b(?:if|unless|provided\s+that|in\s+case)\b|^(?:should\s+you|should\s+\w+|had\s+(?:there|we|i|the))\b|\bwould\s+have\b"
)
POLITE_CONDITION = re.compile(
    r"\bif\s+(?:possible|you\s+(?:could|can|would|please|don['’]t\s+mind)|the\s+\w+\s+(?:could|would)|feasible|convenient)\b|\b(?:see|check|ask|know|tell\s+us|find\s+out)\s+if\b"
    r"|\bcheck\s+with\b"
)

WE_WILL = re.compile(rf"\b{WE}{WILL}{ADVERB}\s+(?!{STILL})[a-z]+")
ELLIPTIC = re.compile(
    rf"^(?:(?:ok|okay|sure|noted|thanks|yes|great)[,.! ]+)*(?:will|shall){ADVERB}\s+(?!{STILL}|the\b|you\b|there\b|it\b|they\b|he\b|she\b|we\b|i\b|your\b|anyone\b|our\b)[a-z]+[^?]*$"
)
OUR_WORD = re.compile(
    rf"\b{WE}\s+(?:hereby\s+|can\s+|also\s+)*(?:undertake\s+to|commit\s+(?:to|ourselves)|promise\s+(?:to|that|you)|guarantee|pledge|agree\s+to|offer\s+to|assure\s+you|make\s+sure|accept\s+to)\b"
    r"|\b(?:we|i)\s+(?:are|am|would\s+be|will\s+be)?\s*(?:glad|happy|ready|prepared|pleased)\s+to\s+(?:send|put\s+you|provide|share|lend|cover|pay|give|prepare|arrange)\b|\b(?:is|are)\s+on\s+us\b"
    r"|\b(?:we|i)\s+would\s+(?:of\s+course\s+|gladly\s+)+(?:bear|cover|pay|send|provide)\b|\b(?:we|i)\b.*\band\s+will\s+(?:also\s+|then\s+)?(?!not|be|never)[a-z]+\b"
    r"|\blet\s+me\s+(?:send|share|forward|get\s+you|prepare|draft|resend|arrange|confirm)\b|\brest\s+assured\b|\bconsider\s+it\s+done\b|\bleave\s+(?:it|that|this|the\b.{1,40}?)\s+(?:to|with)\s+(?:us|me)\b"
)
TO_YOU = re.compile(
    r"\byou(?:\s+will|\s+shall|['’]ll|\s+can)\s+(?:have|receive|get|expect)\b"
    r"|\b(?:will|shall)\s+be\s+(?:sent|provided|delivered|forwarded|handed|returned|submitted|paid|issued|supplied|shared|circulated)\b.*\b(?:to\s+you|by\s+(?:us|our|my)|to\s+your)\b"
    r"|\b(?:the\s+)?\w+(?:\s+\w+)?\s+(?:follows?|will\s+follow)\s+(?:today|tonight|tomorrow|shortly|soon|on\s+\w+day|next|by|in\s+a)\b|\b(?:number|form|annex|letter|invoice|list|copy|original)\s+follows?\s*(?:from\s+our\s+.*)?[.!]?$"
    r"|\b(?:letter|original|originals|copy|copies|document|parcel|invoice|contract)\b.*\b(?:leaves?|goes?|travels?)\b.*\b(?:by\s+courier|to\s+you|today|tomorrow|this\s+week)\b"
    r"|\bwill\s+(?:reach\s+you|be\s+with\s+you|be\s+at\s+(?:your|its|their)\s+disposal)\b"
    r"|\bon\s+(?:our|my)\s+side\b.*\bwill\s+[a-z]+"
    r"|\bto\s+inform\b.*\bthat\s+(?:it|we)\s+will\s+(?!be\b|not\b)[a-z]+"
)
SENDING = re.compile(
    r"\b(?:we\s+are|we['’]re|i\s+am|i['’]m)\s+(?:now\s+)?(?:sending|posting|forwarding|preparing|delivering|submitting|transferring|paying)\b"
)
INTEND = re.compile(
    rf"\b{WE}(?:['’](?:re|m|d))?\s+(?:are\s+|am\s+|is\s+|also\s+|still\s+|fully\s+|currently\s+|would\s+)*(?:plan(?:ning)?\s+(?:to|on)|intend(?:ing)?\s+to|hop(?:e|ing)\s+to|aim(?:ing)?\s+(?:to|at|for)"
    rf"|expect(?:ing)?\s+to|(?:would\s+)?like\s+to\s+(?:deliver|send|submit|provide|share|hand|call|phone|bring|return|complete|finish|sign|print|publish|show)|target)\b"
    rf"|\b(?:our|my)\s+(?:intention|plan|aim|goal)\s+is\s+to\b|\b{WE}\s+should\s+be\s+able\s+to\b"
)
HOPEFULLY = re.compile(r"\b(?:all\s+being\s+well|hopefully|with\s+luck|god\s+willing)\b")
FUTURE = re.compile(r"\b(?:i|we|you)\b.*|\bgoes\s+out\b|\bwill\b")
SEEING = re.compile(
    r"\blet\s+me\s+(?:see|check|ask|look|find\s+out|think|try)\b|\b(?:but\s+)?i['’]?ll\s+ask\b"
)
NEGATED = re.compile(
    r"\b(?:do(?:es)?\s+not|don['’]t|no\s+longer|not)\s+(?:plan|intend|expect|hope)|\bno\s+need\s+to\b|\bneed\s+not\b"
)

NOT_ASKED = (
    r"(?:find|note|accept|be\s+(?:informed|advised|assured|aware)|give\s+my|do\s+not\s+hesitate|don['’]t\s+hesitate|contact\s+(?:us|me)|delete|see\b|refer|feel\s+free|excuse|disregard|"
    r"ignore|consider\s+the\s+environment|allow|convey|forgive|pardon|receive\s+the\s+assurances|take\s+care|pass\s+(?:on\s+)?(?:my|our)|wear|arrive|enter|park|board|walk|drive|come|join|take\s+(?:an?|the)\s+(?:taxi|bus|train|ferry|lift|stairs|shuttle|seat)|use\s+both|bear\s+with|correct\s+me|requested|asked|invited)"
)
PLEASE = re.compile(rf"\b(?:please|pls|plz|kindly)\s+(?:also\s+|kindly\s+)*(?!{NOT_ASKED})(?!be\b)[a-z]+")
ASK = re.compile(
    r"^(?!(?:how|what|when|who|where|why)\b).*?\b(?:could|can|would|will)\s+you\s+(?:please\s+|kindly\s+|also\s+|perhaps\s+)*(?:send|let|forward|share|provide|confirm|check|return|give|tell|review|resend|prepare|mind|ask|arrange|submit|sign|complete|"
    r"clarify|attach|look|be\s+so|help|put|update|advise|name|nominate|copy|inform)\b"
    r"|\b(?:grateful|obliged|thankful|much\s+appreciated|appreciate\s+it)\s+(?:if|for\s+(?:your|an?|the)\s+(?:early\s+)?(?:confirmation|reply|answer|comments|feedback|remarks|draft|list|response))"
    r"|\b(?:we|i)\s+(?:would|['’]d|should)?\s*(?:very\s+much\s+)?appreciate\s+(?:your|receiving|getting|an?)\s+(?!help\s+so|kindness|cooperation|support\b)(?:early\s+|prompt\s+)?(?:feedback|comments|reply|answer|confirmation|response|remarks|views|input)"
    r"|\b(?:would|will)\s+be\s+(?:much\s+|highly\s+|greatly\s+)?(?:appreciated|obliged)\b(?!.*\bif\s+(?:we|i)\b)"
    r"|\byou\s+are\s+(?:kindly\s+|hereby\s+)*(?:requested|asked|invited)\s+to\b|\b(?:we|i)\s+(?:hereby\s+)?(?:kindly\s+|would\s+like\s+to\s+|must\s+|have\s+to\s+)*(?:request|ask)\s+(?:that|you|your)\b"
    r"|\bmay\s+(?:i|we)\s+(?:kindly\s+)?(?:ask\s+(?:you|for|your)|request)\b|\b(?:could|can|would)\s+your\s+\w+(?:\s+\w+)?\s+(?:please\s+)?[a-z]+\b.*\?|\b(?:glad|pleased|happy|grateful|thankful)\s+to\s+(?:receive|have|get)\b(?!\s+you\b)|\bwelcome\s+it\s+if\b|\bperhaps\s+you\s+(?:would|could|can)\b|\b(?:we|i)\s+(?:would\s+)?need\s+(?!to\b|not\b|no\b|time\b)(?:an?|the|your|some|one|two|three|four|five|six|\d)|\b(?:must|has\s+to|have\s+to|needs?\s+to)\s+be\s+(?:submitted|sent|returned|delivered|handed\s+in|received)\b.*\d|\b(?:we|i)\s+(?:still\s+|urgently\s+)*(?:need|require)\b.*\b(?:from\s+(?:you|your)|please)\b"
    r"|\blook(?:ing)?\s+forward\s+to\s+(?:receiving|getting|your\s+(?:\w+\s+)?(?:comments|reply|answer|response|feedback|confirmation|remarks))\b"
    r"|\b(?:we|i)(?:\s+would|['’]d)\s+(?:also\s+)?like\s+to\s+(?:borrow|request|ask\s+(?:you\s+)?for)\b"
    rf"|\b{PART}\s+asks\s+(?:you\s+)?(?:for|to)\b"
    r"|\b(?:what|all|the\s+only\s+thing|one\s+thing)\s+(?:that\s+)?(?:we|i|they|he|she)\s+(?:still\s+|now\s+|also\s+)*(?:needs?|asks?\s+for|requests?|requires?|lacks?)\b"
    r"|\b(?:still\s+)?waiting\s+for\b.*\b(?:from\s+(?:you|your)|your)\b|\b(?:don['’]t|do\s+not)\s+forget\s+to\s+\w+|\b(?:is\s+there\s+)?any\s+chance\s+(?:that\s+)?you\b"
    r"|\b(?:would|will)\s+be\s+(?:very\s+|most\s+)?(?:helpful|useful|good|great)\s+to\s+(?:have|get|receive|see)\b"
    r"|^(?:send|forward|confirm|return|let\s+us\s+have|email|give|share|provide|submit|resend|check)\s+(?:me|us|the|your|a|an|it)\b"
)

DELIVER = (
    r"(?:also\s+|then\s+|each\s+|jointly\s+)*(?:send|hand|contact|circulate|provide|bear|pay|share|submit|station|supply|prepare|draft|deliver|report|confirm|arrange|issue|repair|write|cover|organise|organize|book|"
    r"appoint|nominate|designate|publish|translate|print|inform|notify|call|invite|revise|update|complete|finalise|finalize|sign|install|build|lend|make\s+available|set\s+up|follow\s+up|compile|distribute|collect|draw\s+up|"
    r"forward|return|upload|second|propose|clarify|amend|correct|replace|fund|finance|host|give|present|table|put|"
    r"review|check|study|consider|examine|look\s+into|find\s+out|discuss|investigate|explore|ask|raise|assess|consult)\b"
)
SHOWN = r"(?:open|close|chair|address|represent|accompany|receive|welcome|visit|lead|sing|perform|become|succeed|start|begin|take\s+part|stop|fly|turn|be|understand|agree|accept)\b"
NAME = r"(?:(?:action|follow-?up|to\s+do)\s*:\s*|it\s+was\s+(?:agreed|decided)\s+that\s+)?(?P<who>[^,;:?!]{2,60}?)"
NAMED_WILL = re.compile(
    rf"^{NAME}\s+(?:will|shall|is\s+going\s+to|are\s+going\s+to|(?:said|stated|confirmed)\s+(?:that\s+)?(?:it|he|she|they)\s+(?:would|will))\s+{DELIVER}"
    rf"|^it\s+was\s+(?:agreed|decided)\s+that\s+(?P<who2>[^,;:?!]{{2,60}}?)\s+would\s+{DELIVER}"
)
PERSON_WILL = re.compile(
    rf"^(?P<who>he|she|(?:mr|mrs|ms|dr|prof)\.?\s+[^,;:?!]{{2,40}}?|(?:his|her|their)\s+(?:office|assistant|secretary|deputy|staff)){WILL}{ADVERB}\s+(?!{STILL}|{SHOWN})[a-z]+"
)
YOU_WILL = re.compile(rf"^you\s+(?:will|shall)\s+(?:open|close|{DELIVER})")
NAMED_WORD = re.compile(
    rf"^{NAME}\s+(?:undertook|agreed|promised|offered|committed|pledged|volunteered|undertakes|agrees|promises|offers)\s+to\s+{DELIVER}"
)
NAMED_TO = re.compile(
    rf"^(?i:(?:action|follow-?up|to\s+do)\s*:\s*)?(?P<who>(?:[A-Z][\w.]*)(?:\s+[A-Z][\w.]*){{0,3}})\s+to\s+{DELIVER}"
)
NAMED_INTENDS = re.compile(rf"^{NAME}\s+(?:intends?|plans?|hopes?|aims?|expects?)\s+to\s+[a-z]+")
NAMED_ASKED = re.compile(
    rf"^{NAME}\s+(?:was|were|is|are)\s+(?:kindly\s+)?(?:asked|requested|invited|tasked)\s+to\s+{DELIVER}|^(?P<asker>[^,;:?!]{{2,40}}?)\s+(?:asked|requested|invited|tasked)\s+(?!me\b|us\b).{{2,60}}?\s+to\s+{DELIVER}"
    rf"|^(?P<whom>[^,;:?!]{{2,60}}?)\s+(?:should|is\s+to|are\s+to)\s+{DELIVER}"
)
THING = re.compile(
    r"^(?:happy|glad|pleased|thanks|many|looking|it|this|that|there|you|i|we|who|what|when|the\s+(?:meeting|event|ceremony|ship|price|cost|opening|closing|message|agreement|proposal|schedule|rule|chair\s+noted)|participants|all|how|why)\b"
    r"|\b(?:who|which|that|when|whether|asked|told|noted|reported|said)\b"
)


def read(sentence: str) -> Read | None:
    """The grade ("will", "intends", "looks", "asked") and who owes it ("writer", "reader", "named")."""
    words = sentence.lower()
    if RULE.search(words) or NEGATED.search(words):
        return None
    if OPEN_CONDITION.search(words) and not POLITE_CONDITION.search(words):
        return None
    return _asked(words) or _promised(words) or _named(words, sentence) or read_present(words)


def _asked(words: str) -> Read | None:
    return ("asked", "reader") if PLEASE.search(words) or ASK.search(words) else None


def _promised(words: str) -> Read | None:
    if words.endswith("?"):
        return None
    if INTEND.search(words) or (HOPEFULLY.search(words) and FUTURE.search(words)):
        return ("intends", "writer")
    if seeing := SEEING.search(words):
        return ("looks", "writer") if seeing else None
    firm = WE_WILL.search(words) or ELLIPTIC.search(words) or OUR_WORD.search(words) or TO_YOU.search(words)
    if firm is None:
        sending = SENDING.search(words)
        return ("will", "writer") if sending and SOON.search(words) else None
    return (_looks_or_will(words[firm.start() :]), "writer")


def _looks_or_will(words: str) -> str:
    return "looks" if LOOKING.search(words) and not DELIVERED_TOO.search(words) else "will"


def _named(words: str, sentence: str) -> Read | None:
    if words.endswith("?"):
        return None
    if YOU_WILL.search(words):
        return ("will", "reader")
    for pattern, text, grade in (
        (NAMED_ASKED, words, "asked"),
        (NAMED_TO, sentence, ""),
        (NAMED_INTENDS, words, "intends"),
        (NAMED_WORD, words, "will"),
        (NAMED_WILL, words, ""),
        (PERSON_WILL, words, ""),
    ):
        found = pattern.search(text)
        if found is None:
            continue
        named = found.groupdict()
        who = next((each for name in ("who", "who2", "whom") if (each := named.get(name))), "")
        if THING.search(who.lower()):
            return None
        return (grade or _looks_or_will(words[found.start() :]), "named")
    return None
