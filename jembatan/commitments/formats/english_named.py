"""What somebody else promises, or is asked for, in English: a person, or a unit by its name; in minutes also without a verb."""

import re

from jembatan.commitments.formats.english_words import ADVERB, OFFICE, UNIT, WE

type Read = tuple[str, str]

WILL = r"(?:\s+(?:will|shall)\b|['’]ll\b|(?:\s+(?:are|am|is)|['’](?:re|m|s))\s+going\s+to\b)"
STILL = (
    r"(?:not|never|always|see\s+(?:you|each)|attend|be\s+(?!posting|adding|handing|reviewing|replacing|updating|using|organi[sz]ing|transferring|checking|releasing|looking\s+into|sending|providing|submitting|forwarding|delivering|sharing|circulating|issuing|arranging|paying|covering|bringing|calling|writing|preparing|in\s+touch|on\s+hand|on\s+standby|at\s+your|available\s+(?:to|for|on|from)|back\s+(?:to|with)|able\s+to\s+(?:send|give|provide|confirm))"
    r"|remember|hear|need|have\s+(?:to|been|a\s+(?:good|great))|miss|"
    r"arrive|travel|stay|wait|look\s+forward|remain|gain|lose|find\s+(?:the|it|this)\b(?!\s+out)|meet\s+(?:again|you(?!r|\s+(?:at|in|with)\b))|surely|think|wish|retire|join|come\s+(?:to|with)|speak|depend|continue\s+to\s+be|"
    r"embark|stand\b|rest\b|meet\b(?!\s+you)|benefit|know|like|love|enjoy|get\s+(?:there|in|home)|leave(?!\s+(?:you|it|them|a\s+copy|the\s+(?:key|keys|file|documents?)))|go|bring\s+us|hope|understand|appreciate|agree\s+with|abstain|vote|support|answer\s+(?:any|all|your|further)\s+(?:\w+\s+)?questions?\s+(?:you|that)|assist\s+you\s+further)\b"
)
LOOKING = re.compile(
    r"\b(?:look\s+(?:into|at)|have\s+a\s+look|check\s+(?:with|whether|if|on)|consider|see\s+(?:what|if|whether|how)|try\s+to|try\b|review|find\s+out|examine|study|"
    r"do\s+(?:my|our)\s+best|discuss|ask|explore|think\s+about|raise|investigate|enquire|inquire|assess|see\s+about)\b"
)
DELIVERED_TOO = re.compile(
    r"\band\s+(?:report|send|share|return|submit|deliver|circulate|confirm|provide|let\s+you|get\s+back|write|inform|tell)\b"
)
DELIVER = (
    r"(?:also\s+|then\s+|each\s+|jointly\s+)*(?:send|hand|contact|circulate|provide|bear|pay|share|submit|station|supply|prepare|draft|deliver|report|confirm|arrange|issue|repair|write|cover|organise|organize|book|"
    r"appoint|nominate|designate|publish|translate|print|inform|notify|call|invite|revise|update|complete|finalise|finalize|sign|install|build|lend|make\s+available|set\s+up|follow\s+up|compile|distribute|collect|draw\s+up|"
    r"forward|return|upload|second|propose|clarify|amend|correct|replace|fund|finance|host|waive|give(?!\s+(?:\w+\s+){0,3}(?:speech|talk|address|toast|concert|performance|interview|lecture|thanks)\b)|present|table|put|"
    r"get|chase|stamp|strike|open\s+(?:the|a|an)\s+(?:\w+\s+)?(?:gate|door|lounge|account|room)|walk\s+you|take\s+you\s+through|explain\s+(?:to\s+you|the)|introduce|show|meet\s+(?:you|the\s+ambassador|the\s+delegation)|pass|find|fix|keep|exchange|liaise|coordinate|co-ordinate|take\s+(?:care|over|up|on|the(?!\s+(?:floor|chair|lead|train|bus|stage|oath|opportunity|salute)))|see\s+to|look\s+after|handle|deal\s+with|sort|release|process|reimburse|refund|transfer|credit|email|e-mail|mail|courier|post|bring|fetch|pick|drop|ship|"
    r"reply|respond|answer|revert|advise|let|make\s+sure|ensure|add|remove|move|order|buy|procure|test|train|brief|remind|resend|reissue|extend|renew|grant|approve|settle|resolve|investigate|verify|reserve|record|escort|"
    r"review|check|study|consider|examine|look\s+into|find\s+out|discuss|explore|ask|raise|assess|consult)\b"
)
SHOWN = r"(?:open(?!\s+(?:the|a|an)\s+(?:\w+\s+)?(?:gate|door|lounge|account|room|file))|close|chair|address|reopen|resume|represent|accompany|receive|welcome|visit|lead|sing|perform|become|succeed|start|begin|take\s+part|stop|fly|turn|be|understand|agree|accept|consist|last|include|return\s+(?:to|home))\b"
MISS = r"(?:meet|mark|host|celebrate|take\s+place|happen|sail|dock|berth|depart|run|end|continue|play|apply|expire|face|enter|hold)\b"
LEAD = r"(?:(?:action|follow-?up|to\s+do)\s*:\s*|it\s+was\s+(?:agreed|decided)\s+that\s+|[^,;:?!]{2,40},\s+(?:and\s+|then\s+)?)?"
NAME = rf"{LEAD}(?P<who>[^,;:?!]{{2,60}}?)"
NAMED_WILL = re.compile(
    rf"^{NAME}\s+(?:will|shall|is\s+going\s+to|are\s+going\s+to|(?:said|stated|confirmed)\s+(?:that\s+)?(?:it|he|she|they)\s+(?:would|will)){ADVERB}\s+{DELIVER}"
    rf"|^it\s+was\s+(?:agreed|decided)\s+that\s+(?P<who2>[^,;:?!]{{2,60}}?)\s+(?:would|will)\s+(?!{STILL}|{SHOWN})[a-z]+"
)
PERSON_WILL = re.compile(
    rf"^(?:[^,;:?!]{{2,40}},\s+(?:and\s+|then\s+)?|and\s+|then\s+|but\s+)?(?P<who>he|she|they|(?:mr|mrs|ms|dr|prof)\.?\s+[^,;:?!]{{2,40}}?|(?:the|his|her|their|\w+'s|both|either)\s+(?:[\w-]+\s+){{0,2}}?{UNIT}|{OFFICE}|(?:our|my)\s+[^,;:?!]{{2,40}}?|(?:his|her|their)\s+(?:office|assistant|secretary|deputy|staff)){WILL}{ADVERB}\s+(?!{STILL}|{SHOWN})[a-z]+"
)
YOU_WILL = re.compile(rf"^you\s+(?:will|shall)\s+(?:open|close|(?!get\b|find\b){DELIVER})")
NAMED_WORD = re.compile(
    rf"^{NAME}\s+(?:is|are)\s+to\s+{DELIVER}|^{NAME.replace('who', 'who2')}\s+(?:(?:has|have)\s+)?(?:undertook|agreed|promised|offered|committed|pledged|volunteered|undertakes?|agrees|promises?|offers|undertaken)\s+to\s+{DELIVER}|^{NAME.replace('who', 'who3')}\s+(?:guarantees?|assures?|ensures?)\s+(?:you\s+|us\s+)?that\b|^{NAME.replace('who', 'who4')}\s+(?:has|have)\s+(?:committed|agreed|promised)\s+(?:to\s+)?(?:an?|the|two|three)\b"
)
NAMED_TO = re.compile(
    rf"^(?i:(?:action|follow-?up|to\s+do)\s*:\s*)?(?P<who>(?:[A-Z][\w.&/]*)(?:\s+(?:and\s+|of\s+)?[A-Z][\w.&/]*){{0,3}}(?:\s+(?:unit|team|section|office|department|desk|(?!hopes|plans|intends|aims|expects|needs|wants|agrees|promises|offers|asks|seems|continues|tends|likes)[a-z]{{3,}}s))?)\s+to\s+{DELIVER}"
)
NAMED_INTENDS = re.compile(
    rf"^{NAME}\s+(?:intends?|plans?|hopes?|aims?|expects?|will\s+try|will\s+do\s+(?:its|his|her|their)\s+best)\s+to\s+[a-z]+"
)
NAMED_ASKED = re.compile(
    rf"^{NAME}\s+(?:was|were|is|are)\s+(?:kindly\s+)?(?:asked|requested|invited|tasked)\s+to\s+{DELIVER}|^(?P<who2>[^,;:?!]{{2,60}}?)\s+(?:was|were|is|are)\s+(?:tasked|charged|entrusted)\s+with\b|^(?P<asker>[^,;:?!]{{2,40}}?)\s+(?:asked|requested|invited|tasked)\s+(?!me\b|us\b).{{2,60}}?\s+to\s+{DELIVER}"
    rf"|^(?P<whom>[^,;:?!]{{2,60}}?)\s+should\s+{DELIVER}"
)
DATE = r"(?:by|before|due|until|no\s+later\s+than)\s+(?:the\s+)?(?:end|\d|next|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
PERSONS = r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?[A-Z][\w.&-]+(?:\s+[A-Z][\w.-]+)?"
NO_TASK = r"(?i:note|reminder|p\.?s|subject|re|fwd|important|urgent|please|update|tip|time|place|date|venue|present|apologies|chair)\b"
TASK = re.compile(
    rf"^(?!{NO_TASK})(?:the\s+)?{PERSONS}(?:\s+[a-z]+)?\s*(?::|–|—|-)\s+(?:to\s+)?{DELIVER}\s"
    rf"|^[^?!]{{4,90}}(?::|–|—|-|,)\s+(?i:action\s+)?{PERSONS},?\s+(?i:{DATE})\b"
    rf"|^(?:Mr|Mrs|Ms|Dr)\.?\s+[A-Z]\w+(?:\s+[A-Z]\w+)?:\s+[^?]*\b(?i:{DATE})\b|^(?i:responsible|in\s+charge|action\s+by|owner)\b[^:]{{0,40}}:\s+(?:the\s+)?[A-Z]"
    rf"|\(\s*(?i:action(?:\s+by)?:?\s*)?{PERSONS}(?:\s*[,;–-]\s*(?:by\s+|due\s+)?(?:\d{{1,2}}\b(?!\s+\w+\s+\d{{4}})|(?:Mon|Tues|Wednes|Thurs|Fri)day|end\s+of|mid-?|early\s)[^)]{{0,20}})\)\s*\.?$"
    rf"|\((?i:action:?\s*)?(?:Mr|Mrs|Ms|Dr)\.?\s+[A-Z]\w+(?:\s+[A-Z]\w+)?\)\s*\.?$(?<!\?)"
)
AGREED = re.compile(
    r"^(?:agreed|decided|decisions?|next\s+steps?|action(?:\s+(?:points?|items?))?|to\s*-?do|follow-?up)\s*(?::|–|—)\s+(?!next\s+meeting)(?:the\s+)?(?:\w+\.?\s+){1,4}?(?:to\s+[a-z]+|will\s+(?!be\b|meet)[a-z]+|(?!is\b|was\b|has\b|this\b)[a-z]{3,}s)\s+\w",
)
PROPER = r"(?:(?:The\s+)?(?:[A-Z][\w&.-]+\s+){1,3}(?:of\s+(?:the\s+)?)?[A-Z][\w&.-]+|[A-Z]{2,})"
PROPER_WILL = re.compile(
    rf"^(?:(?:[^,;:?!]{{2,50}},\s+)?{PROPER}|[A-Z]\w+(?:\s+[A-Z]\w+)?,\s+(?:who|whom|our|the|my|in|from|also)\b[^,]{{2,40}},)\s+(?:will|shall)\s+(?!{STILL}|{SHOWN}|{MISS})[a-z]+"
)
TASK_UNSAID = re.compile(r"\b(?:was|were|reported|noted|said|has|had|asked|is|are)\b")
TO_BE = re.compile(
    r"^(?!.*\b(?:is|are|was|were|has|have|had|needs?|ought|going|used|wants?|likes?|seems?|remains?|appears?|expected|supposed|meant)\s+to\s+be\b)[^,;:?!]{2,60}?\s+to\s+be\s+[a-z]+(?:ed|ent|id|ut|one|en)\b"
)
THING = re.compile(
    r"^(?:happy|glad|pleased|thanks|many|looking|it|this|that|there|you|i|we|who|what|when|the\s+(?:meeting|event|ceremony|ship|vessel|price|cost|opening|closing|message|agreement|proposal|schedule|rule|chair\s+noted|weather|course|workshop|exhibition|exercise|delegation|minister|president)|participants|passengers|guests|visitors|applicants|(?:attached|below|enclosed|above|here)\s+you|all(?!\s+(?:members|sections|units|sides|departments|offices|delegations|agencies|parties))|how|why)\b"
    r"|\b(?:who|which|that|when|whether|asked|told|noted|reported|said)\b"
)
OF_OURS = re.compile(rf"^(?:our|my)\b|^{WE}$")
TRYING = re.compile(r"\b(?:try|do\s+(?:my|our|its|his|her|their)\s+(?:very\s+|level\s+)?best)\b")


def looks_or_will(words: str) -> str:
    """How firm a promise is that begins so: it tries, looks into something, or simply will."""
    if TRYING.search(words):
        return "intends"
    return "looks" if LOOKING.search(words) and not DELIVERED_TOO.search(words) else "will"


def read_named(words: str, sentence: str) -> Read | None:
    """Read as `english.read` does, of somebody whom the sentence names, or of its reader."""
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
        who = next(
            (each for name in ("who", "who2", "who3", "who4", "whom") if (each := named.get(name))), ""
        ).lower()
        if THING.search(who):
            return None if who != "it" or not sentence.startswith("IT ") else ("will", "named")
        return (grade or looks_or_will(words[found.start() :]), "writer" if OF_OURS.search(who) else "named")
    if AGREED.search(words) or (TASK.search(sentence) and not TASK_UNSAID.search(words)):
        return ("will", "named")
    if PROPER_WILL.search(sentence):
        return ("will", "named")
    return ("will", "named") if TO_BE.search(words) else None
