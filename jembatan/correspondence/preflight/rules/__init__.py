"""The rules of the house, one module each, in the order in which settings list them."""

from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.rules import (
    acronyms,
    ambiguous_dates,
    ambiguous_times,
    attachments,
    contradictions,
    deadlines,
    departed,
    domains,
    glossary,
    internal_comments,
    languages,
    markings,
    relative_days,
    reply_all,
    restricted_words,
    salutation,
    weekdays,
    zones,
)

HOUSE_RULES: tuple[Rule, ...] = (
    ambiguous_dates.RULE,
    ambiguous_times.RULE,
    zones.RULE,
    relative_days.RULE,
    weekdays.RULE,
    attachments.RULE,
    deadlines.RULE,
    acronyms.RULE,
    glossary.RULE,
    contradictions.RULE,
    salutation.RULE,
    languages.RULE,
    departed.RULE,
    domains.RULE,
    reply_all.RULE,
    markings.RULE,
    restricted_words.RULE,
    internal_comments.RULE,
)
