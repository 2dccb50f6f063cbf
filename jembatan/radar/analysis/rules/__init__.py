"""Every rule by its name, in the order in which people read them."""

from jembatan.radar.analysis.finding import Rule
from jembatan.radar.analysis.rules.answers import slower, unanswered
from jembatan.radar.analysis.rules.carrying import absent, bottleneck, no_deputy
from jembatan.radar.analysis.rules.contacts import contact, overload
from jembatan.radar.analysis.rules.contradiction import contradiction
from jembatan.radar.analysis.rules.friction import hours, language
from jembatan.radar.analysis.rules.lines import expired_line
from jembatan.radar.analysis.rules.meetings import carried_action, no_minutes
from jembatan.radar.analysis.rules.officers import handover, not_come
from jembatan.radar.analysis.rules.promises import promise
from jembatan.radar.analysis.rules.questions import repeated_question
from jembatan.radar.analysis.rules.read_back import read_back
from jembatan.radar.analysis.rules.silence import silence
from jembatan.radar.analysis.rules.silo import silo

RULES: dict[str, Rule] = {
    "unanswered": unanswered,
    "promise": promise,
    "contradiction": contradiction,
    "expired-line": expired_line,
    "contact": contact,
    "silence": silence,
    "slower": slower,
    "repeated-question": repeated_question,
    "silo": silo,
    "bottleneck": bottleneck,
    "no-deputy": no_deputy,
    "absent": absent,
    "read-back": read_back,
    "overload": overload,
    "language": language,
    "hours": hours,
    "minutes": no_minutes,
    "carried-action": carried_action,
    "not-come": not_come,
    "handover": handover,
}
