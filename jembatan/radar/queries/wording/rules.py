"""Each rule for the reader: what it is called, why it matters, and the playbook, the first step first."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Label = str | Promise


@dataclass(frozen=True, slots=True)
class RuleWords:
    """`step` says how the first step begins: "reply" to the evidence, "mail" to the partner, or "page" (somewhere in the house)."""

    label: Label
    why: Label
    playbook: tuple[Label, ...]
    step: str = "mail"


WORDS: dict[str, RuleWords] = {
    "unanswered": RuleWords(
        _("Unanswered"),
        _("A request that waits longer than usual costs trust, on whichever side it lies."),
        (
            _("Answer, or say when the answer comes; where they owe it, ask in one sentence."),
            _("If nobody owns the conversation, give it an owner and a day."),
            _("After a second silence, telephone."),
        ),
        "reply",
    ),
    "promise": RuleWords(
        _("Promise broken or lapsing"),
        _("What was promised and quietly forgotten is remembered by the other side."),
        (
            _("Say what has become of it, and name a new day."),
            _("If it can no longer be kept, say so now and withdraw it with the reason."),
            _("Write the new day down with the promise."),
        ),
    ),
    "contradiction": RuleWords(
        _("Two answers to one partner"),
        _("Two of ours have told one partner different things. They will choose the one that suits them."),
        (
            _("Agree with your colleague which one holds, before anybody writes again."),
            _("Correct the wrong one in writing, from whoever told it."),
            _("If it will be asked again, have a line to take cleared."),
        ),
    ),
    "expired-line": RuleWords(
        _("Line used after its time"),
        _("They now hold a position that is no longer ours."),
        (
            _("Send the wording of now to whoever heard the old one."),
            _("Have the line cleared anew, or withdraw it."),
        ),
    ),
    "contact": RuleWords(
        _("Contact lost"),
        _("What is written to an address that nobody reads is not said at all."),
        (
            _("Ask the house who has taken over, and at which address."),
            _("Close the old position and enter the new one in the directory."),
            _("Send what did not arrive again."),
        ),
    ),
    "silence": RuleWords(
        _("Silence"),
        _("A partner who falls silent against their habit often has a reason that nobody has told us."),
        (
            _("Get in touch about something that is useful to them, without a reproach."),
            _("If nothing comes, ask a second person of theirs what has changed."),
        ),
    ),
    "slower": RuleWords(
        _("Slower and slower"),
        _("Answers that take longer each time are the early form of silence."),
        (
            _("Ask whether another channel, another person or another rhythm would suit them better."),
            _("Send fewer and shorter questions, each with a day."),
        ),
    ),
    "repeated-question": RuleWords(
        _("Asked again"),
        _("Whoever asks the same thing twice has not been answered, or has not understood the answer."),
        (
            _("Answer this one question, in one paragraph, at the top."),
            _("If the answer is not known yet, say who will give it and when."),
        ),
        "reply",
    ),
    "silo": RuleWords(
        _("Two departments, one partner"),
        _("The partner hears us twice, and we do not hear each other."),
        (
            _("Tell your colleague what you have running with this partner."),
            _("Agree who leads, and copy each other from now on."),
            _("Enter lead and deputy for the partner."),
        ),
        "page",
    ),
    "bottleneck": RuleWords(
        _("One person carries the relation"),
        _("When that one falls ill or leaves, the relation goes too."),
        (
            _("Introduce a second colleague in the next mail."),
            _("Make a handover pack while there is time."),
            _("Enter a deputy for the partner."),
        ),
    ),
    "no-deputy": RuleWords(
        _("No deputy"),
        _("A living relation needs one who leads and one who stands in."),
        (
            _("Name lead and deputy on the partner's page."),
            _("Tell the partner whom to write to when the lead is away."),
        ),
        "page",
    ),
    "absent": RuleWords(
        _("Lead absent"),
        _("They write, and whoever answers for them is not there."),
        (
            _("Answer in place of the lead, and say that you stand in."),
            _("Name another lead until the lead is back."),
        ),
        "reply",
    ),
    "read-back": RuleWords(
        _("Not said back"),
        _("What has not been said back may have been understood otherwise."),
        (
            _("Ask once more, in one sentence, what they have understood."),
            _("For what matters, telephone and note the answer."),
        ),
        "reply",
    ),
    "overload": RuleWords(
        _("Too many of ours write to one of theirs"),
        _("Somebody who hears from many of us at once answers none of us well."),
        (
            _("Collect what is open, and let one of you write."),
            _("Ask them which matter comes first."),
        ),
    ),
    "language": RuleWords(
        _("Not in their language"),
        _("They write to us in one language, and we answer in another."),
        (
            _("Write the next mail in their language."),
            _("Enter their language in the directory."),
        ),
    ),
    "hours": RuleWords(
        _("In their night"),
        _("What arrives at night is read late or disturbs."),
        (
            _("Write and meet in hours that are day for both."),
            _("Look at the time zone of the partner in the directory."),
        ),
    ),
    "minutes": RuleWords(
        _("Meeting without minutes"),
        _("What was agreed and not written down will be remembered in two ways."),
        (
            _("Write the minutes, decisions and actions first."),
            _("Circulate them to the partner while they remember."),
        ),
        "page",
    ),
    "carried-action": RuleWords(
        _("Action carried again and again"),
        _("An action that stands on every agenda belongs to nobody, or cannot be done."),
        (
            _("Ask its owner what hinders it."),
            _("Give it another owner or another day, or drop it for a reason."),
        ),
        "page",
    ),
    "not-come": RuleWords(
        _("Officer not there"),
        _("A delegation that waits for its officer remembers it."),
        (
            _("Telephone the officer, then the leader."),
            _("Check in whoever is there after all."),
            _("Else put somebody on standby in their place, and tell the delegation."),
        ),
        "page",
    ),
    "handover": RuleWords(
        _("Handover not acknowledged"),
        _("What was handed over to nobody is lost when the first question comes."),
        (
            _("Telephone the incoming officer, and have the handover acknowledged on the phone."),
            _("If they cannot take it, give the duties to somebody else."),
        ),
        "page",
    ),
}
