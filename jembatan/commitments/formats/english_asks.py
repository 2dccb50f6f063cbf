"""Requests in English: in the imperative, as a question, as a wish, or as what is still needed."""

import re

from jembatan.commitments.formats.english_words import PART

NOT_ASKED = (
    r"(?:find|note|accept|be\s+(?:informed|advised|assured|aware)|do\s+not\s+reply|don['’]t\s+reply|give\s+my|do\s+not\s+hesitate|don['’]t\s+hesitate|contact\s+(?:us|me)|delete|see\b|refer|feel\s+free|excuse|disregard|"
    r"ignore|consider\s+the\s+environment|allow|convey|forgive|pardon|receive\s+the\s+assurances|take\s+care|pass\s+(?:on\s+)?(?:my|our)|wear|arrive|enter|park|board|walk|drive|come|join|take\s+(?:an?|the)\s+(?:taxi|bus|train|ferry|lift|stairs|shuttle|seat)|use\s+both|bear\s+with|correct\s+me|requested|asked|invited"
    r"|expect|rest\s+assured|count\s+on|enjoy|remember\s+me|keep\s+up|stay|help\s+yoursel|extend\s+(?:my|our)|(?:just\s+)?let\s+(?:us|me)\s+know\s+(?:if|should|whether)\s+(?:you\s+(?:have|need|require|wish|want|would)|there|any|i|we)\b)"
)
PLEASE = re.compile(
    rf"\b(?:please|kindly)\s+(?:also\s+|kindly\s+|just\s+)*(?!{NOT_ASKED})(?!be\b(?!\s+(?:so\s+(?:good|kind)|ready|prepared)))[a-z]+"
)
GIVE = (
    r"(?:send|let|forward|share|provide|confirm|check|return|give|tell|review|resend|prepare|ask|arrange|submit|sign|complete|clarify|attach|put|update|advise|name"
    r"|nominate|copy|inform|pass\s+(?!(?:on\s+)?(?:my|our)\s+(?:best|regards|thanks|greetings|condolences))|book|print|bring|fill|upload|translate|reply|answer|make\s+sure|ensure|indicate|specify|approve|issue|correct|fix|add|remove|remind|get|help|look|save|restart)"
)
GOOD = r"(?:appreciated|obliged|welcome|helpful|useful|great|good|nice|wonderful|ideal|perfect|kind|grateful)"
ANSWER = (
    r"(?:confirmation|reply|answer|comments?|feedback|response|remarks?|views?|input|advice|update|draft|list|approval|suggestions?|proposals?|decision|signature"
    r"|details?|information|clarification|guidance|data|figures?|documents?|copy|copies|report|programme|schedule|agenda)"
)
NO_FAVOUR = r"(?:come|join|attend|be\b|make\s+it|meet|mind\s+if|imagine|believe|hear|see\b|live|recall|remember|have\s+(?:lunch|dinner|a\s+coffee)|like|want|prefer|know|agree|think|stay|manage)"
QUESTION = r"(?:how|what|who|where|why|when\s+(?:can|could|will|would|do|does|is|are|exactly))\b"
ASK = re.compile(
    rf"^(?!{QUESTION}).*?\b(?:could|can|would|will)\s+you\s+(?:please\s+|kindly\s+|also\s+|perhaps\s+)*(?:{GIVE}|mind\b(?!\s+if)|be\s+so)\b"
    rf"|^(?!{QUESTION}).*?\b(?:could|can|would)\s+you\s+(?:please\s+|kindly\s+|also\s+|perhaps\s+|possibly\s+)*(?!{NO_FAVOUR})[a-z]+\b.*\?"
    r"|\b(?:grateful|obliged|thankful|glad|happy|appreciate\s+it)\s+(?:if|of\s+(?:an?|your|any)|to\s+(?:have|get|receive|know))\b(?!\s+(?:we|i)\b)"
    rf"|(?:^(?!for\b)|\b(?:grateful\s+|thankful\s+|(?:we|i|{PART}|the\s+\w+)\s+(?:would\s+|['’]d\s+|will\s+|should\s+)?(?:very\s+much\s+|greatly\s+|also\s+|therefore\s+)?))(?:for|appreciates?|(?<=would\s)welcome|(?<=therefore\s)welcome|value)\s+"
    rf"(?:receiving|getting|having|your|an?|any|the)\s+(?:[\w'’]+\s+){{0,3}}?{ANSWER}\b|\bappreciate\s+(?:receiving|getting|having)\b"
    rf"|\b(?:would|will)\s+be\s+(?:(?:much|highly|greatly|very|most|really|more\s+than|warmly)\s+)?{GOOD}(?:\s+(?:if|by|before|to\s+(?:have|get|receive|see|know))\b|[.!]?$|,?\s+please)(?!\s+(?:if\s+)?(?:we|i)\b)"
    r"|\b(?:would|will)\s+be\s+(?:much\s+|highly\s+|greatly\s+)?(?:appreciated|obliged)\b(?!.*\bif\s+(?:we|i)\b)"
    r"|\b(?:would|could|it['’]d)\s+(?:really\s+)?(?:help|assist)\s+(?:us\s+|me\s+)?(?:a\s+lot\s+|greatly\s+)?(?:if|to\s+(?:know|have|get|see))\b(?!\s+(?:we|i)\b)"
    r"|\byou\s+are\s+(?:kindly\s+|hereby\s+)*(?:requested|asked|invited)\s+to\b|\band\s+(?:would\s+|kindly\s+)?(?:ask|request)\s+(?:that\s+)?you\b|\b(?:we|i)\s+(?:hereby\s+)?(?:kindly\s+|would\s+(?:like\s+to\s+)?|must\s+|have\s+to\s+)*(?:request|ask)\s+(?:that|you|your)\b"
    rf"|\bmay\s+(?:i|we)\s+(?:kindly\s+)?(?:ask\s+(?:you|for|your)|request)\b|\b(?:could|can|would)\s+your\s+\w+(?:\s+\w+)?\s+(?:please\s+)?(?!{NO_FAVOUR})[a-z]+\b.*\?"
    r"|\b(?:could|can|would)\s+(?:somebody|someone|anyone|one\s+of\s+(?:you|your\s+\w+))\s+(?:please\s+)?[a-z]+\b.*\?|\b(?:may|can|could)\s+(?:we|i)\s+(?:please\s+|also\s+|perhaps\s+)*(?:have|get|ask|receive|borrow|count\s+on|trouble)\b.*\?"
    rf"|\b(?:is|would)\s+it\s+(?:be\s+)?possible\s+(?:for\s+(?:you|your)\b|to\s+(?:have|get|receive|{GIVE})\b)|\b(?:is\s+there\s+)?any\s+(?:way|chance)\s+(?:(?:that\s+)?you\b|of\s+(?:getting|having|receiving|seeing))"
    rf"|\b(?:we|i)\s+(?:was|were|am|are)\s+(?:just\s+)?(?:hoping|wondering)\s+(?:whether|if|that)?\s*you\s+(?:could|might|would|can)\b|\b(?:hope|trust|wonder\s+if)\s+(?:that\s+)?you\s+(?:can|could|will|might|would)\s+(?:be\s+able\s+to\s+|kindly\s+)?{GIVE}\b"
    rf"|\b(?:we|i)(?:['’]d|\s+would)?\s+(?:like|need|want)\s+you(?:\s+guys)?\s+to\s+[a-z]+|\byou\s+(?:need\s+to|must|have\s+to|should|ought\s+to|only\s+need\s+to)\s+(?:still\s+|also\s+)?{GIVE}\b"
    r"|\b(?:glad|pleased|happy|grateful|thankful)\s+to\s+(?:receive|have|get)\b(?!\s+you\b)|\bwelcome\s+it\s+if\b|\bperhaps\s+you\s+(?:would|could|can)\b"
    r"|(?:\b(?:we|i)\s+(?:would\s+|still\s+|also\s+|now\s+|urgently\s+|only\s+|just\s+|do\s+|will\s+)*|^(?:also\s+|still\s+|just\s+)?)need\s+(?!to\b|not\b|no\b|time\b|your\s+understanding\b)(?:an?|the|your|some|one|two|three|four|five|six|\d|it|them)\b"
    r"|\b(?:must|has\s+to|have\s+to|needs?\s+to)\s+be\s+(?:submitted|sent|returned|delivered|handed\s+in|received|in|here|with\s+us|at\s+our)\b.*\d|\b(?:must|should|has\s+to|have\s+to|needs?\s+to)\s+(?:reach|be\s+with)\s+(?:us|me|our)\b"
    r"|\b(?:we|i)\s+(?:still\s+|urgently\s+)*(?:need|require)\b.*\b(?:from\s+(?:you|your)|please)\b|\bneeds?\s+your\s+(?:urgent\s+)?(?:attention|signature|approval|input|decision|confirmation|reply)\b|\b(?:we|i)\s+(?:would\s+|will\s+|still\s+|also\s+)*require\s+(?:an?|the|your|some|two|three|\d)|\b(?:they|he|she|who)\s+(?:still\s+|also\s+)?needs?\s+your\s+(?!help|support)\w+"
    r"|\blook(?:ing)?\s+forward\s+to\s+(?:receiving|getting|hearing\s+from\s+(?:you|your\s+\w+)\s+(?:by|before|no\s+later|on)|your\s+(?:\w+\s+)?(?:comments|reply|answer|response|feedback|confirmation|remarks|proposal|decision))\b"
    r"|\b(?:we|i)(?:\s+would|['’]d)\s+(?:also\s+)?like\s+to\s+(?:borrow|request|have\s+your|know\s+(?:whether|if|when|who|which|how)|receive|ask\s+(?:you\s+)?for)\b"
    rf"|\b{PART}\s+asks\s+(?:you\s+)?(?:for|to)\b"
    r"|\b(?:what|all|the\s+only\s+thing|one\s+thing)\s+(?:that\s+)?(?:we|i|they|he|she)\s+(?:still\s+|now\s+|also\s+)*(?:needs?|asks?\s+for|requests?|requires?|lacks?)\b"
    r"|\b(?:waiting\s+for|awaiting|await)\b.*\b(?:from\s+(?:you|your)|your)\b|\bstill\s+(?:missing|lacking|short\s+of|outstanding)\b|\b(?:don['’]t|do\s+not)\s+forget\s+(?:to|the|your)\b"
    rf"|(?:^|[,;:–-]\s+(?:and\s+|so\s+|but\s+|then\s+)?|\b(?:do|just|then|and)\s+)let\s+(?:me|us)\s+(?:know|have)\b(?!\s+(?:if|should|whether)\s+(?:you\s+(?:have|need|require|wish|want|would)|there|any|i|we)\b)"
    rf"|\bdo\s+{GIVE}\s+(?:us|me|an?|the|your|it|them)\b|\b(?:requests|asks|urges)\s+(?:the|that|your|all)\b|\b(?:we|i)\s+(?:must\s+)?(?:demand|insist|urge)\s+(?:that|you)\b|\b(?:we|i)\s+(?:hereby\s+|therefore\s+)?request\s+(?:an?|the|your)\b|\ball\s+you\s+(?:have|need)\s+to\s+do\b|^(?:for|in\s+order\s+to|to|when|before|after)\b[^,]*,\s+(?:enclose|use|{GIVE})\s+(?:the|an?|your|it|this|us|me)\b|\b(?:we|i)\s+(?:must\s+|therefore\s+)?ask\s+for\s+(?:extra|more|additional|an?|the)\b|\b(?:we|i)\s+(?:must\s+|therefore\s+)?ask\s+for\b.*\b(?:payment|return|reply|answer|confirmation|copy|list)\b|^(?:(?:just|also|then|and|so|in\s+the\s+meantime|meanwhile|next\s+time|when\s+you\s+can|on\s+your\s+side),?\s+)*(?!let\b|get\b|help\b|look\b){GIVE}\s+(?:me|us|the|your|an?|it|this|that|them|him|her|all|each|both|by|to|back|yes|with)\b(?!\s+(?:know|send|have|look)\b)"
    rf"|^(?:can|could|would|will)\s+(?:the|your)\s+(?:\w+\s+){{1,3}}?(?:please\s+)?{GIVE}\b.*\?|^(?:do\s+you\s+)?mind\s+\w+ing\b|\b(?:is|are)\s+to\s+be\s+(?:paid|returned|submitted|sent|handed|signed|completed)\b.*\b(?:by|before|within|at\s+least|no\s+later)\b"
    r"|\byour\s+(?:[\w-]+\s+){0,5}?(?:is|are)\s+(?:\w+\s+)?(?:needed|required|awaited|outstanding|overdue|missing)\b|^(?!yes|no\b|thanks)[a-z]+\s+[^?]*,\s+please[.!]?$"
    r"|\b(?:may|must|might|let)\s+(?:i|we|me|us)\s+(?:also\s+)?remind\s+you|\b(?:gentle|friendly|kind|quick|short|polite)\s+reminder\b|\bthank(?:s|\s+you)\s+in\s+advance\s+for\s+(?!your\s+(?:understanding|patience|cooperation|kind|attention|help|support))|\bthanks\s+for\s+\w+ing\s+by\s+return\b|^(?:drop|shoot|give|send)\s+(?:me|us)\s+an?\s+(?:line|note|ring|call|shout|message|mail)\b"
    r"|^(?:and\s+)?(?:keep\s+(?:us|me)\s+(?:posted|informed|updated)|(?:be\s+sure|remember|make\s+sure)\s+(?:to|that|you|the))\b"
)
COURTESY = re.compile(
    r"\bgive\s+(?:my|our)\b|^give\s+(?:me|us)\s+(?:an?|one|two|until|some)\b(?!\s+(?:ring|call|shout|hint|list|copy))|^(?:check|look|get)\s+(?:in|out)\b|\blet\s+(?:us|me)\s+help\b|^let\s+(?:it|this|that|them|the)\b"
)


def asks(words: str) -> bool:
    """Whether a sentence, written out in lower case, wants something of whoever reads it."""
    return bool(PLEASE.search(words) or ASK.search(words)) and not COURTESY.search(words)
