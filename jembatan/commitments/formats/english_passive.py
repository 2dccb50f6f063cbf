"""What will be done, in English, and what will reach the reader: "the originals will be couriered", "expect a call from us"."""

import re

from jembatan.commitments.formats.english_words import OFFICE, PART, UNIT

type Read = tuple[str, str]

GIVEN = (
    r"(?:re)?(?:sent|couriered|mailed|e-?mailed|posted|dispatched|despatched|shipped|delivered|forwarded|transmitted|circulated|distributed|shared|submitted|issued|supplied|provided"
    r"|corrected|amended|updated|revised|fixed|repaired|replaced|installed|settled|paid|refunded|reimbursed|transferred|credited|processed|confirmed|prepared|drafted"
    r"|arranged|organised|organized|finalised|finalized|completed|returned|uploaded|translated|booked|reserved|added|removed|released|set\s+up|put\s+(?:in\s+place|right|up|on)|made\s+available"
    r"|taken\s+(?:care\s+of|up)|dealt\s+with|addressed|resolved|rectified|sorted(?:\s+out)?|followed\s+up|notified|contacted|handed|brought|picked\s+up|collected|covered|borne"
    r"|communicated|conveyed|relayed|passed\s+on|activated|unlocked|waived|cleared|assigned|published\s+(?=on\b|by\b|before\b)|signed\s+(?=and\b|by\b|on\b)|printed\s+(?=and\b|by\b|before\b))\b"
)
EVENTS = (
    r"(?:held|opened|closed|attended|chaired|served|followed|accompanied|joined|welcomed|received|invited|remembered|missed|needed|required|asked|requested|informed|seated|split|divided|decorated|based|used|called"
    r"|known|delayed|affected|played|celebrated|hosted|presided|shown|seen|allowed|permitted|charged|fined|protected|visited|kept|signed|marked|named|led|greeted|met(?!\s+by)|imposed|levied|prosecuted|towed|interpreted|moderated|broadcast|interested|pleased"
    r"|delighted|honou?red|excluded|represented|treated|limited|open|often|even|golden|wooden|then|when|divulged|governed|succeeded|retired|considered\s+(?:as|late|void)|deemed|appointed|nominated|invoked|dismissed|commemorated|rejected|ignored|deleted|destroyed|launched"
    r"|inaugurated|performed|sung|published|printed|announced|reduced|increased|implemented|interrupted|suspended|disappointed|surprised|relieved|spent|built|born|gone|broken|children|crowded|cancelled|postponed|moved|mixed|outdated|taken(?!\s+(?:care|up))|spoken|debated|eaten|drunk|resurfaced|rebuilt|renovated|staged|screened|recorded|televised|contested|elected|sworn|advertised|auctioned|demolished|rounded|given(?!\s+(?:to\s+)?you)|reached|tested|trained|crowned|lit|worn)\b"
)
STUDIED = r"(?:clarified|verified|looked\s+at|reviewed|examined|considered|looked\s+into|investigated|checked|discussed|assessed|explored|studied|raised|taken\s+up\s+with)\b"
WILL_BE = re.compile(
    rf"(?:\b(?:will|shall)|['’]ll|\b(?:is|are)\s+(?:now\s+)?(?:scheduled|due|set)\s+to)\s+(?:(?!not\b|never\b)[a-z]+\s+){{0,2}}?be\s+(?:[a-z]+ly\s+|also\s+)?(?:being\s+)?(?:(?P<given>{GIVEN}|complete\b)|(?P<studied>{STUDIED})|(?!{EVENTS}|out\b|about\b)[a-z]+(?:ed|en|ought|uilt|ent|eft|ut|uck|ung|awn|own)\b)"
)
BEING = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|currently\s+|already\s+)?being\s+[a-z]+(?:ed|en|ought|ent|ut)\b.*?\b(?:and\s+(?:will|should|you)|will|today|tomorrow|by|on|this\s+week|shortly)\b"
)
BEING_STUDIED = re.compile(
    rf"\b(?:is|are)\s+(?:now\s+|currently\s+|still\s+)?(?:being\s+{STUDIED}|under\s+(?:review|examination|consideration))"
)
GOES_OUT = re.compile(
    r"(?:\b(?:will|shall)|['’]ll)\s+(?:then\s+|also\s+|soon\s+|shortly\s+)?(?:reach\s+(?:you|your)|be\s+(?:with\s+you|waiting\s+(?:for\s+you|at|in))|be\s+left\s+(?:at|with|in|for)|follow\b|appear\s+in\b|go\s+out\b|go\s+to\s+(?:you|the\s+printers?)|come\s+to\s+you|arrive\s+(?:with\s+you|at\s+your)|be\s+(?:(?:in|on|at)\s+your|free\s+(?:of\s+charge\s+)?for\s+you)"
    r"|be\s+(?:ready|available|open|online|at\s+(?:your|its|their)\s+disposal)\b.{0,40}?\b(?:you|your|by|tomorrow|today|tonight|before|within|from|on\s+\w+day)\b)"
    r"|\bfollows?\s+(?:under\s+separate|separately|by\s+(?:post|courier|mail)|in\s+a\s+separate)|\b(?:coming|heading)\s+your\s+way\b|\b(?:is|are)\s+on\s+(?:its|their)\s+way\s+to\s+you\b"
    r"|^(?!(?:we|i|you|they|he|she)\b).*?\b(?:goes|go)\s+(?:out|off|back\s+to|to\s+(?:you|the\s+printers?|press))\b.*\b(?:today|tonight|tomorrow|on|by|this|next|first\s+thing)\b"
    r"|^(?:the|your|our|a)\s+(?:\w+\s+){0,2}?(?:agreement|letter|draft|text|file|report|note|contract|invoice|map|list|request|application|proposal|cheque|form)s?\s+(?:now\s+)?(?:goes|go)\s+to\b[^,]*\b(?:today|tonight|tomorrow|on|by|this|next)\b|\bgets?\s+[a-z]+(?:ed|ixed|one|aid|ent)\s+(?:on|by|before|tomorrow|today|tonight|this|next|first|a\s+\w+\s+after|within)\b"
    r"|\b(?:costs?|fees?|bills?|expenses|charges|lunch|dinner)\b.{0,30}?\b(?:go(?:es)?|is|are|will\s+be)\s+at\s+our\s+(?:own\s+)?(?:expense|cost)\b|\b(?:is|are|will\s+be)\s+at\s+our\s+(?:own\s+)?(?:expense|cost)\b|\b(?:costs?|fees?|bills?|lunch|dinner)\b.{0,30}?\b(?:go(?:es)?|is|are|will\s+be)\s+on\s+(?:us|our\s+(?:account|budget|side))\b"
)
YOU_GET = re.compile(
    r"\byou(?:\s+will|\s+shall|['’]ll|\s+can)\s+(?:also\s+|then\s+|soon\s+|shortly\s+|still\s+|each\s+|all\s+|certainly\s+)*(?:(?:have|(?<!can\s)get)\s+(?!to\b|there\b|a\s+(?:good|great|nice)|noticed|seen|the\s+(?:opportunity|chance)|off\b|on\s+the)"
    r"|receive\b|expect\b|hear\b|(?:not\s+be\s+(?:charged|billed))|be\s+(?:informed|notified|contacted|kept|told|sent|given|reimbursed|updated|refunded|provided))"
    r"|^(?:you\s+(?:may|can)\s+|please\s+|so\s+)?expect\s+(?:an?|our|the|my|it|them|this|something|news|to\s+(?:hear|receive|get|have))\b"
    r"|\b(?:count|rely)\s+on\s+(?:us|me|our|my)\b|\byou\s+(?:can|may)\s+(?:count|rely)\s+on\s+(?!it\b|this\b|that\b)|\bthere\s+will\s+be\s+(?:an?|one|two|some)\b.*\bfor\s+(?:you|your)\b|\b(?:the\s+)?news\b.{0,20}\bwill\s+reach\s+you\b"
)
SHOULD = re.compile(
    r"\b(?:should|ought\s+to)\s+(?:then\s+|also\s+|now\s+|soon\s+|all\s+)?(?:be\s+(?:with|ready|done|finished|there|in\s+your|on\s+its\s+way|available|able\s+to)|reach\s+you|arrive\s+(?:with\s+you|at\s+your)|follow)\b"
    rf"|\b(?:should|ought\s+to)\s+be\s+{GIVEN}.*?\b(?:by|before|on\s+\w+day|today|tomorrow|this\s+week|next\s+week)\b|\byou\s+should\s+(?:then\s+|also\s+|soon\s+)?(?:have\s+(?!seen\b|been\b|told\b|known\b|come\b|\w+ed\b)|receive\b|get\b|hear\b)"
    r"|\bwe\s+should\s+(?:then\s+|also\s+|soon\s+)?(?:have|know|be\s+(?:done|ready|finished))\b"
)
BY_OURS = re.compile(rf"\b(?:by|from)\s+(?:us|me|{PART}|one\s+of\s+(?:our|my))\b")
TIME = (
    r"(?:\d|one\b|port|type|country|noon|the\s+whole|then|next|the\s+(?:end|start|beginning|middle|close|evening|morning|weekend|time|way|same|following|first|last|\d)|close|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|christmas|easter|tonight|tomorrow|today|this|separate|e?-?mail|post|courier|sea|air|phone|telephone|fax|bank|hand|ship|truck|registered|return|early|mid|late|lunch|now|week|cheque|your?\b|dhl|fedex|ups|fax|when|which|adding|sending)"
)
BY_NAMED = re.compile(
    rf"\bby\s+(?!{TIME}|us\b|me\b|our\b|my\b)(?:the\s+)?(?:mr|ms|mrs|dr|[a-z]+)|\bfrom\s+(?:mr|ms|mrs|dr|{OFFICE}|the\s+(?:\w+\s+)?{UNIT})\b"
)
FROM_NAME = re.compile(
    rf"\bfrom\s+(?!(?:{TIME.title()}|Us|Me|Our|My|I|We)\b|[A-Z][a-z]+day\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z]\w+"
)
NOT_OWED = re.compile(
    r"\b(?:streets?|roads?|jalan|entrance|gate)\b.*\bclosed\b|^(?:(?:all|the|any|each|every)\s+)*(?:passengers?|visitors?|guests?|participants?|applicants?|delegates|attendees|winners?|unclaimed|lost\s|members\s+of|(?:new\s+)?laws?|bills?|roads?|bridges?|english|french|dutch|lunch|dinner|coffee|tea|breakfast|refreshments|drinks|parking|music|theme|weather|prices|rates|fares|tariffs|buses|trains|flights|exhibition|concert|children|survey\s+data|certificates?\s+of|requests|applications|enquiries|complaints)\b"
    r"|\b(?:at|during|on\s+the\s+day\s+of)\s+the\s+(?:ceremony|opening|event|exercise|reception)\b|\bin\s+(?:two|three|duplicate)\b|\bby\s+(?:law|loudspeaker)\b|\bn['’]t\b|\bnot\b|\b(?:says|said)\b|\btold\s+(?:us|me|him|her|them|that)\b|^as\s+you\s+(?:know|are\s+aware)\b"
)


def read_passive(words: str, sentence: str) -> Read | None:
    """Read as `english.read` does; somebody named owes it where "by" or "from" names one, else whoever writes."""
    if SHOULD.search(words):
        return "intends", _owes(words)
    if YOU_GET.search(words):
        return "will", "named" if FROM_NAME.search(sentence) else _owes(words)
    if NOT_OWED.search(words):
        return None
    if BEING_STUDIED.search(words):
        return "looks", _owes(words)
    done = WILL_BE.search(words)
    if done:
        return "looks" if done["studied"] else "will", _owes(words)
    return ("will", _owes(words)) if GOES_OUT.search(words) or BEING.search(words) else None


def _owes(words: str) -> str:
    if BY_OURS.search(words):
        return "writer"
    return "named" if BY_NAMED.search(words) else "writer"
