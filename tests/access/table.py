"""The table: what each role gets at each address. A page without a row fails the test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tests.access.addresses import Address, addresses

ROLES = ("head", "officer", "drafter", "reader", "stranger", "signed_out")


class Answer(StrEnum):
    """What a request comes to."""

    MAY = "may"
    """The page, a redirection after the deed, or a form that is wrong in its words."""
    REFUSED = "refused"
    """403, with a sentence."""
    MISSING = "missing"
    """404: it does not exist for this reader."""
    SIGN_IN = "sign in"
    """Asked to sign in."""
    NO_SUCH = "no such method"
    """405."""


type Policy = tuple[Answer, ...]

_MAY, _NO, _404, _IN = Answer.MAY, Answer.REFUSED, Answer.MISSING, Answer.SIGN_IN

# Pages that have an object of a desk: for its members, for its writers, …; a stranger finds nothing.
MEMBERS: Policy = (_MAY, _MAY, _MAY, _MAY, _404, _IN)
WRITERS: Policy = (_MAY, _MAY, _MAY, _NO, _404, _IN)
OFFICERS: Policy = (_MAY, _MAY, _NO, _NO, _404, _IN)
HEAD: Policy = (_MAY, _NO, _NO, _NO, _404, _IN)
OWNER: Policy = (_404, _MAY, _404, _404, _404, _IN)
# Pages of whatever desk one works at: the stranger heads another one, and is there what the head is here.
OWN_DESK: Policy = (_MAY, _MAY, _MAY, _MAY, _MAY, _IN)
WRITERS_OF_DESK: Policy = (_MAY, _MAY, _MAY, _NO, _MAY, _IN)
OFFICERS_OF_DESK: Policy = (_MAY, _MAY, _NO, _NO, _MAY, _IN)
HEAD_OF_DESK: Policy = (_MAY, _NO, _NO, _NO, _MAY, _IN)
# Everything else.
ANYONE: Policy = (_MAY,) * 6
NOBODY: Policy = (_NO,) * 6
NOT_THERE: Policy = (_404,) * 5 + (_IN,)
NO_PAGE: Policy = (_404,) * 6
NO_SUCH: Policy = (Answer.NO_SUCH,) * 6
NO_SUCH_WITHIN: Policy = (Answer.NO_SUCH,) * 5 + (_IN,)
PASSWORDLESS: Policy = (_NO,) * 5 + (
    _IN,
)  # nothing to ask for again: the cast has neither password nor passkey


NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Row:
    """One address. `post` None means that it is written to as it is read. Values of `data` and `arguments` name the scene's."""

    get: Policy
    post: Policy | None = None
    data: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, str] = field(default_factory=dict)

    def expected(self, method: str, role: str) -> Answer:
        """For this role."""
        policy = self.get if method == "get" or self.post is None else self.post
        return policy[ROLES.index(role)]


def _read(get: Policy, **arguments: str) -> Row:
    return Row(get, arguments=arguments)


def _write(post: Policy, data: Mapping[str, str] = NOTHING, /, **arguments: str) -> Row:
    """A state change that is a resource of its own: it is only ever posted to."""
    return Row(NO_SUCH, post, data, arguments)


def _form(policy: Policy, data: Mapping[str, str] = NOTHING, /, **arguments: str) -> Row:
    """A page with a form: who may not send it does not see it either."""
    return Row(policy, policy, data, arguments)


PEOPLE = {"kind": "people"}
PURPOSE = {"part": "purpose"}
CIRCULATED = {"minutes_id": "{circulated_minutes_id}"}
TABLE: dict[str, Row] = {
    "ui:today": _read(OWN_DESK),
    "ui:styleguide": _read(OWN_DESK),
    "ui:styleguide_value": _read(OWN_DESK),
    "ui:saved_views": _write(OWN_DESK, {"page": "correspondence:inbox", "name": "Baru"}),
    "ui:saved_view": _form(OWNER, {"name": "Lain"}),
    "ui:saved_view_removal": _write(OWNER),
    "search:search": _read(OWN_DESK),
    "search:suggestions": _read(OWN_DESK),
    "live:ticket": _read(OWN_DESK),
    "audit:audit": _read(HEAD_OF_DESK),
    "guide:contents": _read(OWN_DESK),
    "guide:page": _read(NOT_THERE),
    "imports:imports": _form(OFFICERS_OF_DESK),
    "imports:demo_removal": _write(OFFICERS_OF_DESK),
    "imports:batch": _read(OFFICERS),
    "imports:progress": _read(OFFICERS),
    "imports:trial": _write(OFFICERS),
    "imports:commit": _write(OFFICERS),
    "imports:removal": _write(OFFICERS),
    "imports:columns": _form(OFFICERS),
    "imports:rollback": _form(OFFICERS),
    "imports:quarantine": _read(OFFICERS),
    "imports:retry_all": _write(OFFICERS),
    "imports:original": _read(OFFICERS),
    "imports:retry": _write(OFFICERS),
    "imports:dismissal": _write(OFFICERS),
    "accounts:sign_in_link": Row(ANYONE, NOBODY),
    "accounts:preferences": _form(OWN_DESK),
    "accounts:theme": _write(OWN_DESK, {"theme": "dark"}),
    "accounts:language": _write(ANYONE, {"language": "en"}),
    "accounts:desk": Row(
        OWN_DESK,
        HEAD_OF_DESK,
        {"name": "Meja", "organisation_name": "", "language": "en", "time_zone": "Asia/Jakarta"},
    ),
    "accounts:our_address": _write(HEAD_OF_DESK, {"address": "@baru.example"}),
    "accounts:our_address_removal": _write(HEAD_OF_DESK, {"address": "@baru.example"}),
    "accounts:members": Row(
        OWN_DESK, HEAD_OF_DESK, {"full_name": "Sri", "email": "sri@baru.example", "role": "officer"}
    ),
    "accounts:role": _write(HEAD, {"role": "officer"}),
    "accounts:member_address": _form(HEAD, {"email": "baru@selatnusantara.example"}),
    "accounts:removal": _write(HEAD),
    "accounts:member_return": _write(HEAD_OF_DESK, {"ticket": "{ticket}"}),
    "accounts:devices": _form(OWN_DESK, {"name": "Telepon"}),
    "accounts:device_removal": _write(OWNER),
    "accounts:device_setup": Row(ANYONE, NO_SUCH, arguments={"token": "{device_token}"}),
    "accounts:device_profile": Row(ANYONE, NO_SUCH, arguments={"token": "{device_token}"}),
    "accounts:feeds": _form(OFFICERS_OF_DESK, {"kind": "meetings", "name": "Layar"}),
    "accounts:feed_removal": _write(OWNER),
    "dav:feed": Row(ANYONE, NO_SUCH, arguments={"secret": "{feed_secret}", "suffix": "ics"}),
    # Programs sign in with every request by themselves (tests/dav): whom a cookie names is nothing to them, and everybody is asked.
    "dav:root": Row(ANYONE),
    "dav:dav": Row(ANYONE, arguments={"path": "{officer_id}/people-{desk_slug}/"}),
    "dav:carddav": Row(ANYONE),
    "dav:caldav": Row(ANYONE),
    "accounts:desk_choice": _write(MEMBERS, {"desk": "{desk_id}"}),
    "directory:directory": _read(OWN_DESK),
    "directory:organisations": _read(OWN_DESK),
    "directory:duplicates": _read(OWN_DESK),
    "directory:merging": _write(WRITERS),
    "directory:parting": _write(WRITERS),
    "directory:difference": _write(WRITERS),
    "directory:question": _write(WRITERS),
    "directory:new_person": _form(WRITERS_OF_DESK, {"full_name": "Sri Lestari"}),
    "directory:new_organisation": _form(WRITERS_OF_DESK, {"name": "Badan Baru"}),
    "directory:person": _read(MEMBERS),
    "directory:organisation": _read(MEMBERS),
    "directory:new_relationship": _form(WRITERS),
    "directory:counterpart": _form(OFFICERS),
    "directory:position": _form(WRITERS),
    "directory:position_end": _write(WRITERS),
    "directory:position_reopening": _write(WRITERS),
    "directory:contact_point": _form(WRITERS),
    "directory:detail_removal": _write(WRITERS, kind="contact-points"),
    "directory:detail_restoration": _write(WRITERS, kind="contact-points", detail_id="{gone_point_id}"),
    "directory:options": _read(OWN_DESK, **PEOPLE),
    "directory:tags": _read(OWN_DESK, **PEOPLE),
    "directory:similar": _read(OWN_DESK, **PEOPLE),
    "directory:tagging": _write(WRITERS_OF_DESK, {"chosen": "{person_id}", "tag": "baru"}, **PEOPLE),
    "directory:untagging": _write(WRITERS_OF_DESK, {"chosen": "{person_id}", "tag": "baru"}, **PEOPLE),
    "directory:export": _read(OFFICERS_OF_DESK, **PEOPLE, file_format="csv"),
    "directory:field": _form(WRITERS, {"value": "Kata", "version": "1"}, **PEOPLE, field="note"),
    "directory:history": _read(MEMBERS, **PEOPLE),
    "directory:removal": _write(WRITERS, **PEOPLE),
    "directory:restoration": _write(WRITERS, **PEOPLE),
    "directory:new_position": _form(WRITERS, **PEOPLE),
    "directory:new_contact_point": _form(WRITERS, **PEOPLE),
    "dossiers:dossiers": _read(OWN_DESK),
    "dossiers:new": _form(WRITERS_OF_DESK, {"title": "Perkara baru", "marking": "TLP:AMBER"}),
    "dossiers:dossier": _read(MEMBERS),
    "dossiers:edit": _form(WRITERS, {"title": "Perkara", "marking": "TLP:RED", "version": "1"}),
    "dossiers:closure": _write(OFFICERS),
    "dossiers:reopening": _write(OFFICERS),
    "dossiers:restriction": _write(OFFICERS),
    "dossiers:opening": _write(OFFICERS),
    "dossiers:member": _write(OFFICERS, {"user": "{reader_id}"}),
    "dossiers:member_removal": _write(OFFICERS, {"user": "{reader_id}"}),
    "dossiers:parties": _form(WRITERS, {"party": "person:{person_id}"}),
    "dossiers:party_removal": _write(WRITERS, {"party": "person:{person_id}"}),
    "journal:journal": _read(OWN_DESK),
    "journal:entry": _read(MEMBERS),
    "journal:correction": _write(WRITERS, {"text": "Sebenarnya tidak"}),
    "journal:timeline": _read(MEMBERS),
    "journal:capture": _form(WRITERS_OF_DESK, {"line": "Menelepon"}),
    "correspondence:inbox": _read(OWN_DESK),
    "correspondence:thread": _read(MEMBERS),
    "correspondence:closing": _write(OFFICERS),
    "correspondence:reopening": _write(OFFICERS),
    "correspondence:owner": _form(OFFICERS),
    "correspondence:dossier": _write(OFFICERS),
    "correspondence:presence": _write(MEMBERS),
    "correspondence:presences": _read(OWN_DESK),
    "correspondence:snoozing": _form(MEMBERS, {"until": "2099-12-04T16:00+07:00"}),
    "correspondence:waking": _write(MEMBERS),
    "correspondence:deadline": _write(OFFICERS, {"by": "2026-12-04T16:00+07:00"}),
    "correspondence:marking": _write(OFFICERS, {"marking": "TLP:RED"}),
    "correspondence:merging": _form(WRITERS, {"target": "{parted_id}"}),
    "correspondence:move_undo": _write(WRITERS),
    "correspondence:message": _read(MEMBERS),
    "correspondence:message_head": _read(MEMBERS),
    "correspondence:message_html": _read(MEMBERS),
    "correspondence:split": _write(WRITERS),
    "correspondence:vouching": _write(HEAD),
    "correspondence:vouching_undo": _write(HEAD),
    "correspondence:note": _form(WRITERS, {"note": "Catatan dalam"}),
    "correspondence:unfinished_note": _write(WRITERS, {"note": "Setengah"}),
    "correspondence:answer": _write(WRITERS, {"kind": "forward"}),
    "correspondence:new_mail": _form(WRITERS_OF_DESK, {"to": "budi@laut.example", "subject": "Baru"}),
    "correspondence:outbox": _read(WRITERS_OF_DESK),
    "correspondence:outbox_withdrawal": _write(OFFICERS),
    "correspondence:outbox_arrival": _write(OFFICERS),
    "correspondence:outbox_repetition": _write(OFFICERS),
    "correspondence:outbox_rewriting": _write(OFFICERS),
    "correspondence:draft_sending": _write(OFFICERS),
    "correspondence:clearance_question": _write(WRITERS),
    "correspondence:clearance": _read(WRITERS),
    "correspondence:clearing": _write(OFFICERS),
    "correspondence:clearance_return": _write(OFFICERS, {"comment": "Belum"}),
    "correspondence:clearance_withdrawal": _write(WRITERS),
    "correspondence:clearance_rules": Row(OWN_DESK, HEAD_OF_DESK),
    "correspondence:clearance_rule_removal": _write(HEAD),
    "correspondence:asking": _form(OFFICERS),
    "correspondence:asking_about_draft": _form(OFFICERS),
    "correspondence:consultation_withdrawal": _write(OFFICERS),
    "correspondence:consultation_closing": _write(OFFICERS),
    "correspondence:consultation_link": _write(OFFICERS),
    "correspondence:answer_insertion": _write(WRITERS),
    "correspondence:outside_answer": _form(ANYONE, {"name": "Rina", "text": "Cukup"}),
    "correspondence:outside_renewal": _form(ANYONE),
    "correspondence:bounce_settlement": _write(WRITERS),
    "correspondence:bounce_return": _write(WRITERS),
    "correspondence:draft": _form(WRITERS, {"text": "Kata", "version": "1", "editor": "meja"}),
    "correspondence:draft_discarding": _write(WRITERS),
    "correspondence:draft_return": _write(WRITERS),
    "correspondence:draft_versions": _read(WRITERS),
    "correspondence:draft_restoration": _write(WRITERS, version="1"),
    "correspondence:draft_files": _write(WRITERS),
    "correspondence:draft_file": _read(WRITERS),
    "correspondence:draft_file_removal": _write(WRITERS),
    "correspondence:attachment": _read(MEMBERS),
    "correspondence:picture": _read(MEMBERS),
    "correspondence:screener": _read(OWN_DESK),
    "correspondence:screener_accept": _form(OFFICERS, {"full_name": "Tuan Baru"}),
    "correspondence:screener_link": _form(OFFICERS, {"person": "{person_id}"}),
    "correspondence:screener_decline": _form(OFFICERS, {"reason": "iklan"}),
    "correspondence:screener_put_off": _write(OFFICERS),
    "correspondence:screener_undo": _write(OFFICERS),
    "correspondence:lines": _read(OWN_DESK),
    "correspondence:line_setting": _write(HEAD_OF_DESK, {"officers": "yes"}),
    "correspondence:new_line": _form(WRITERS_OF_DESK),
    "correspondence:line": _read(MEMBERS),
    "correspondence:line_wording": _form(WRITERS),
    "correspondence:line_clearance": _write(HEAD, {"number": "2"}),
    "correspondence:line_withdrawal": _write(OFFICERS),
    "correspondence:line_return": _write(OFFICERS),
    "correspondence:line_use": _form(WRITERS),
    "correspondence:line_correction": _write(WRITERS),
    "correspondence:draft_lines": _form(WRITERS, {"text": "Kata", "version": "1", "editor": "meja"}),
    "correspondence:draft_line_insertion": _write(WRITERS, {"word": "pelabuhan"}),
    "correspondence:draft_line": _write(WRITERS, {"language": "id"}),
    "correspondence:announcements": _read(OWN_DESK),
    "correspondence:new_announcement": _form(WRITERS_OF_DESK),
    "correspondence:announcement": _read(MEMBERS),
    "correspondence:announcement_words": _form(WRITERS),
    "correspondence:announcement_trial": _write(OFFICERS),
    "correspondence:announcement_start": _write(OFFICERS),
    "correspondence:announcement_pause": _write(OFFICERS, announcement_id="{leaving_id}"),
    "correspondence:announcement_resumption": _write(OFFICERS, announcement_id="{leaving_id}"),
    "correspondence:announcement_cancellation": _write(OFFICERS, announcement_id="{leaving_id}"),
    "correspondence:contact_lists": _read(OWN_DESK),
    "correspondence:new_contact_list": _form(WRITERS_OF_DESK),
    "correspondence:contact_list": Row(MEMBERS, WRITERS, {"person": "Budi Santoso"}),
    "correspondence:list_facts": _form(WRITERS),
    "correspondence:list_consents": _write(WRITERS, {"how": "asked"}),
    "correspondence:list_member_removal": _write(WRITERS),
    "correspondence:consent": Row(MEMBERS, WRITERS, {"wishes": "no", "how": "asked"}),
    "correspondence:unsubscription": Row(ANYONE, ANYONE, arguments={"token": "{unsubscribe_token}"}),
    "correspondence:statements": _read(OWN_DESK),
    "correspondence:new_statement": _form(WRITERS_OF_DESK),
    "correspondence:message_statement": _form(WRITERS),
    "correspondence:statement_edit": _form(WRITERS),
    "correspondence:statement_files": _write(WRITERS),
    "correspondence:statement_file": _read(MEMBERS),
    "correspondence:statement_file_removal": _write(WRITERS),
    "correspondence:new_letter": _form(WRITERS_OF_DESK),
    "correspondence:letter": _form(WRITERS, statement_id="{letter_id}"),
    "correspondence:letter_number": _write(WRITERS, statement_id="{letter_id}"),
    "correspondence:letter_withdrawal": _write(WRITERS, {"reason": "Keliru"}, statement_id="{letter_id}"),
    "correspondence:letter_file": _read(MEMBERS, statement_id="{letter_id}", form="pdf"),
    "correspondence:new_letter_template": _form(HEAD_OF_DESK),
    "correspondence:letter_template": _form(HEAD),
    "correspondence:new_letter_template_preview": _write(HEAD_OF_DESK),
    "correspondence:letter_template_preview": _write(HEAD),
    "correspondence:letter_template_word": _read(HEAD),
    "correspondence:letter_template_retirement": _write(HEAD),
    "correspondence:letter_template_return": _write(HEAD),
    "correspondence:number_book": _read(OWN_DESK),
    "correspondence:number_book_file": _read(OWN_DESK),
    "correspondence:letter_settings": _read(HEAD_OF_DESK),
    "correspondence:new_number_series": _form(HEAD_OF_DESK),
    "correspondence:number_series": _form(HEAD, {"name": "Surat", "pattern": "{{number}}", "begins_at": "1"}),
    "correspondence:number_series_retirement": _write(HEAD),
    "correspondence:number_series_return": _write(HEAD),
    "correspondence:statement": _read(MEMBERS),
    "correspondence:statement_outcome": _write(OFFICERS, {"outcome": "acknowledged"}),
    "correspondence:mailboxes": _read(OWN_DESK),
    "correspondence:preflight_rules": Row(OWN_DESK, HEAD_OF_DESK),
    "correspondence:marking_limit": _write(
        HEAD_OF_DESK, {"organisation": "Kementerian Laut", "highest": "TLP:GREEN"}
    ),
    "correspondence:marking_limit_removal": _write(HEAD),
    "correspondence:reminders_by_mail": _write(WRITERS_OF_DESK, {"wanted": "on"}),
    "correspondence:reminder_rules": Row(OWN_DESK, HEAD_OF_DESK, {"before_hours": "2"}),
    "correspondence:reminder_sight": _write(OWNER),
    "correspondence:reminder_return": _write(OWNER),
    "correspondence:clock": Row(
        OWN_DESK,
        HEAD_OF_DESK,
        {"answer_days": "2", "expected_days": "5", "opens": "08:00", "closes": "17:00"},
    ),
    "correspondence:day_off": _write(HEAD_OF_DESK, {"day": "2030-01-02"}),
    "correspondence:day_off_removal": _write(HEAD),
    "correspondence:answering_time": _write(
        HEAD_OF_DESK, {"organisation": "Kementerian Laut", "answer_days": "1"}
    ),
    "correspondence:answering_time_removal": _write(HEAD),
    "correspondence:glossary": Row(OWN_DESK, OFFICERS_OF_DESK, {"avoid": "donor", "use": "mitra"}),
    "correspondence:glossary_removal": _write(OFFICERS),
    "correspondence:receiving": _read(HEAD_OF_DESK),
    "correspondence:new_incoming": _form(HEAD_OF_DESK),
    "correspondence:incoming": _form(HEAD),
    "correspondence:receiving_trial": _write(HEAD),
    "correspondence:receiving_pause": _write(HEAD),
    "correspondence:receiving_return": _write(HEAD),
    "correspondence:receiving_removal": _write(HEAD),
    "correspondence:read_back": Row(
        ANYONE, (_NO,) * 4 + (_MAY,) * 2, {"kind": "understood"}, arguments={"token": "{read_back_token}"}
    ),
    "correspondence:stale_contacts": _read(OWN_DESK),
    "correspondence:confirmations_asking": _write(OFFICERS_OF_DESK, {"chosen": "{person_id}"}),
    "correspondence:confirmation_asking": _write(OFFICERS),
    "correspondence:confirmation_acceptance": _write(WRITERS),
    "correspondence:confirmation_leaving": _write(WRITERS),
    "correspondence:confirmation_return": _write(WRITERS),
    "correspondence:outside_confirmation": Row(
        ANYONE, (_NO,) * 4 + (_MAY,) * 2, {"right": "1"}, arguments={"token": "{confirmation_token}"}
    ),
    "correspondence:message_translation": _write(WRITERS),
    "correspondence:draft_translation": _write(WRITERS, {"into": "en"}),
    "correspondence:translation_reading": _write(WRITERS),
    "correspondence:translation_server": _form(HEAD_OF_DESK),
    "correspondence:translation_trial": _write(HEAD_OF_DESK),
    "correspondence:translation_server_removal": _write(HEAD_OF_DESK),
    "correspondence:signature": Row(
        WRITERS_OF_DESK, (_404, _404, _404, _NO, _404, _IN), {"address": "{address_id}", "signature": "Biro"}
    ),
    "correspondence:sending": _read(HEAD_OF_DESK),
    "correspondence:sending_new_server": _form(HEAD_OF_DESK),
    "correspondence:sending_server": _form(HEAD),
    "correspondence:sending_trial": _write(HEAD),
    "correspondence:sending_server_removal": _write(HEAD),
    "correspondence:sending_new_address": _form(HEAD_OF_DESK),
    "correspondence:sending_address": _form(HEAD),
    "correspondence:sending_address_retirement": _write(HEAD),
    "correspondence:sending_address_return": _write(HEAD),
    "directory:precedence_tables": Row(OWN_DESK, (_404, _NO, _NO, _NO, _404, _IN)),
    "directory:new_precedence_table": _form(HEAD_OF_DESK),
    "directory:precedence_table": _read(MEMBERS),
    "directory:precedence_table_facts": _form(HEAD),
    "directory:new_precedence_version": _form(HEAD),
    "directory:precedence_retirement": _write(HEAD),
    "directory:precedence_return": _write(HEAD),
    "directory:precedence_version": _form(HEAD),
    "directory:new_precedence_rank": _form(HEAD, {"name_id": "Menteri"}),
    "directory:precedence_rank": _form(HEAD, {"name_id": "Menteri"}),
    "directory:precedence_rank_moving": _write(HEAD, {"up": "1"}),
    "directory:precedence_rank_removal": _write(HEAD),
    "directory:precedence_rank_return": _write(HEAD, {"number": "1"}),
    "directory:precedence_by_hand": _write(WRITERS),
    "commitments:promises": _read(OWN_DESK),
    "commitments:new": _form(
        WRITERS_OF_DESK, {"side": "theirs", "what": "Draf", "partner": "Budi", "grade": "will"}
    ),
    "commitments:suggested_in_thread": _read(WRITERS),
    "commitments:suggested_in_section": _read(WRITERS),
    "commitments:suggested_of_message": _write(WRITERS, {"do": "pass", "digest": "x"}),
    "commitments:suggested_of_section": _write(WRITERS, {"do": "pass", "digest": "x"}),
    "commitments:promise": _read(MEMBERS),
    "commitments:correction": _form(WRITERS),
    "commitments:keeping": _write(WRITERS),
    "commitments:opening": _write(WRITERS),
    "commitments:withdrawal": _form(WRITERS, {"reason": "Batal"}),
    "commitments:another_day": _form(WRITERS, {"due": "2030-01-02", "why": "Macet"}),
    "commitments:asking": _write(WRITERS),
    "commitments:settling": _write(WRITERS, {"do": "leave"}, answer_id="{partner_answer_id}"),
    "commitments:outside": Row(
        ANYONE, (_NO,) * 4 + (_MAY,) * 2, {"kind": "confirmed"}, arguments={"token": "{promise_token}"}
    ),
    "commitments:keeping_several": _write(WRITERS_OF_DESK),
    "commitments:opening_several": _write(WRITERS_OF_DESK),
    "meetings:calendar": _read(OWN_DESK),
    "meetings:new": _form(WRITERS_OF_DESK),
    "meetings:meeting": _read(MEMBERS),
    "meetings:field": _form(WRITERS, {"value": "Ruang", "version": "1"}, field="location"),
    "meetings:apart": _write(WRITERS, {"at": "20260305T070000Z"}),
    "meetings:times": _form(WRITERS),
    "meetings:rooms": _form(HEAD_OF_DESK, {"name": "Ruang baru"}),
    "meetings:room_retirement": _write(HEAD),
    "meetings:room_return": _write(HEAD),
    "meetings:room": _form(WRITERS),
    "meetings:online_settings": _form(HEAD_OF_DESK, {"template": "https://meet.example/{secret}"}),
    "meetings:online": _form(WRITERS, {"link": "https://meet.example/x", "version": "1"}),
    "meetings:invitation": _form(OFFICERS),
    "meetings:answer": _write(OFFICERS, {"status": "accepted"}),
    "meetings:proposal": _form(OFFICERS),
    "meetings:question": _write(OFFICERS, {"decision": "decline"}, question_id="{invitation_question_id}"),
    "meetings:minutes_beginning": _write(WRITERS),
    "meetings:minutes": _read(MEMBERS),
    "meetings:minutes_writing": _write(WRITERS),
    "meetings:minutes_marking": _write(WRITERS, {"was": "present"}),
    "meetings:minutes_walk_in": _form(WRITERS),
    "meetings:minutes_walk_in_removal": _write(WRITERS),
    "meetings:minutes_finish": _write(WRITERS),
    "meetings:minutes_reopening": _write(WRITERS),
    "meetings:minutes_paper": _read(MEMBERS),
    "meetings:cancellation": _write(WRITERS),
    "meetings:restoration": _write(WRITERS),
    "meetings:agenda_new": _form(WRITERS, {"title": "Pembukaan"}),
    "meetings:agenda_start": _write(WRITERS, {"kind": "bilateral"}),
    "meetings:agenda_point": _form(WRITERS, {"title": "Penutup"}),
    "meetings:agenda_moving": _write(WRITERS, {"up": "1"}),
    "meetings:agenda_removal": _write(WRITERS),
    "meetings:agenda_restoration": _write(WRITERS, {"position": "1"}),
    "meetings:actions": _read(OWN_DESK),
    "meetings:actions_closing": _write(WRITERS_OF_DESK, {"chosen": "{action_id}"}),
    "meetings:actions_reopening": _write(WRITERS_OF_DESK, {"chosen": "{action_id}"}),
    "meetings:action_new": _write(WRITERS, {"line": "@Budi kirim draf besok"}),
    "meetings:action": _form(WRITERS, {"text": "Kirim draf"}),
    "meetings:action_closing": _write(WRITERS),
    "meetings:action_dropping": _form(WRITERS, {"reason": "Tidak perlu"}),
    "meetings:action_reopening": _write(WRITERS),
    "meetings:action_removal": _write(WRITERS),
    "meetings:action_restoration": _write(WRITERS),
    "meetings:decision_new": _write(WRITERS, {"line": "Batas diukur ulang"}),
    "meetings:decision": _form(WRITERS, {"text": "Batas diukur"}),
    "meetings:decision_removal": _write(WRITERS),
    "meetings:decision_restoration": _write(WRITERS),
    "meetings:printed_agenda": _read(MEMBERS, form="docx"),
    "meetings:new_paper": _form(WRITERS),
    "meetings:paper": _read(MEMBERS),
    "meetings:paper_removal": _write(WRITERS),
    "meetings:paper_return": _write(WRITERS),
    "meetings:circulation": Row(MEMBERS, OFFICERS, {"answer_by": "2099-01-02"}, CIRCULATED),
    "meetings:circulation_closing": _write(OFFICERS, {"sure": "1"}, **CIRCULATED),
    "meetings:minutes_addendum": _form(OFFICERS, {"words": "Salah ketik"}, **CIRCULATED),
    "meetings:agreed_minutes": _read(MEMBERS, minutes_id="{agreed_minutes_id}"),
    "meetings:circulation_asking": _write(OFFICERS, **CIRCULATED),
    "meetings:circulation_withdrawal": _write(OFFICERS, **CIRCULATED),
    "meetings:circulation_partner_return": _write(OFFICERS, **CIRCULATED),
    "meetings:correction_acceptance": _form(OFFICERS, {"text": "Kata"}, **CIRCULATED),
    "meetings:correction_refusal": _form(OFFICERS, {"reason": "Tidak"}, **CIRCULATED),
    "meetings:correction_return": _write(OFFICERS, **CIRCULATED),
    "meetings:outside_minutes": Row(
        ANYONE,
        (_NO,) * 4 + (_MAY,) * 2,
        {"do": "agree", "version": "1"},
        arguments={"token": "{minutes_token}"},
    ),
    "meetings:order": Row(MEMBERS, WRITERS),
    "meetings:printed_order": _read(MEMBERS, form="docx"),
    "meetings:printed_delegations": _read(MEMBERS, form="docx"),
    "meetings:place": _form(WRITERS),
    "meetings:place_removal": _write(WRITERS),
    "meetings:guest_rank": _write(WRITERS, {"rank": "{rank_id}"}, guest_id="{ranked_guest_id}"),
    "meetings:seating": Row(MEMBERS, WRITERS, {"shape": "facing"}),
    "meetings:printed_seating": _read(MEMBERS, what="cards"),
    "meetings:seat": _write(WRITERS),
    "meetings:seat_removal": _write(WRITERS),
    "meetings:agenda_settings": _read(HEAD_OF_DESK),
    "meetings:agenda_template": _form(WRITERS),
    "meetings:agenda_template_retirement": _write(HEAD),
    "meetings:agenda_template_return": _write(HEAD),
    "meetings:polls": _read(OWN_DESK),
    "meetings:new_poll": _form(OFFICERS_OF_DESK),
    "meetings:poll": _read(MEMBERS),
    "meetings:poll_answers": _form(WRITERS, {"slot-1": "yes"}),
    "meetings:poll_decision": _write(WRITERS, {"slot": "{poll_slot_id}"}),
    "meetings:poll_calling_off": _write(WRITERS),
    "meetings:poll_reopening": _write(WRITERS),
    "meetings:poll_asking": _write(OFFICERS),
    "meetings:outside_poll": Row(
        ANYONE, (_NO,) * 4 + (_MAY,) * 2, {"comment": "Sore"}, arguments={"token": "{poll_token}"}
    ),
    "meetings:guests": _form(WRITERS),
    "meetings:guest_removal": _write(WRITERS),
    "meetings:guest_restoration": _write(WRITERS),
    "briefings:organisation": _read(MEMBERS),
    "briefings:meeting": _read(MEMBERS),
    "briefings:begin_organisation": _write(WRITERS, {"language": "id"}),
    "briefings:begin_meeting": _write(WRITERS, {"language": "id"}),
    "briefings:briefs": _read(OWN_DESK),
    "briefings:brief": _read(MEMBERS),
    "briefings:handover": _read(OWN_DESK),
    "briefings:handover_of_organisation": _read(MEMBERS),
    "briefings:handover_of_dossier": _read(MEMBERS),
    "briefings:handover_of_officer": _read(MEMBERS),
    "briefings:podium": _read(MEMBERS),
    "briefings:rehearsal": _write(MEMBERS, {"words": "60", "seconds": "30"}),
    "briefings:large_print": _write(MEMBERS),
    "briefings:podium_worker": Row(ANYONE, NO_SUCH),
    "briefings:discarding": _write(WRITERS),
    "briefings:return": _write(WRITERS),
    "briefings:setting": _write(WRITERS, {"marking": "TLP:GREEN", "language": "id", "until": "2099-12-04"}),
    "briefings:part": _write(WRITERS, {"text": "Kata", "version": "2"}, **PURPOSE),
    "briefings:versions": _read(WRITERS, **PURPOSE),
    "briefings:restoration": _write(WRITERS, **PURPOSE, version="1"),
    "briefings:question": _write(WRITERS),
    "briefings:clearance": _read(WRITERS),
    "briefings:clearing": _write(HEAD),
    "briefings:giving_back": _write(HEAD, {"comment": "Lebih singkat"}),
    "briefings:withdrawal": _write(WRITERS),
    "briefings:cleared": _read(MEMBERS),
    "briefings:mailing": _write(WRITERS),
    "briefings:reading": _write(MEMBERS),
    "briefings:circulation": _write(OFFICERS, {"user": "{reader_id}"}),
    "briefings:reader_removal": _write(OFFICERS, user_id="{brief_reader_id}"),
    "briefings:contribution": _form(OFFICERS),
    "briefings:answer_insertion": _write(WRITERS, {"part": "background"}),
    "negotiation:negotiations": _read(OWN_DESK),
    "negotiation:new": _form(OFFICERS_OF_DESK, {"title": "Perundingan baru"}),
    "negotiation:negotiation": _read(MEMBERS),
    "negotiation:analysis": _read(MEMBERS),
    "negotiation:parties": _form(WRITERS, {"organisation": "{organisation_id}"}),
    "negotiation:party_removal": _write(WRITERS),
    "negotiation:interest": _write(WRITERS, {"text": "Laut yang aman", "basis": "assumed"}),
    "negotiation:interest_removal": _write(WRITERS),
    "negotiation:values": _write(WRITERS, {"reservation": "20"}),
    "negotiation:issue": _write(WRITERS, {"name": "Tempat", "options": "Jakarta\nTokyo"}),
    "negotiation:issue_removal": _write(WRITERS),
    "negotiation:red_line": _write(OFFICERS, {"red": "yes"}),
    "negotiation:agreement": _write(OFFICERS),
    "negotiation:opening": _write(OFFICERS, issue_id="{agreed_issue_id}"),
    "negotiation:offers": _write(WRITERS, {"party": "{seat_id}"}),
    "negotiation:mandates": _write(OFFICERS, {"words": "Batas", "authorised_by": "Direktur"}),
    "negotiation:withdrawal": _write(OFFICERS),
    "negotiation:restoration": _write(OFFICERS),
    "negotiation:ending": _write(OFFICERS),
    "negotiation:taking_up": _write(OFFICERS),
    "negotiation:stripped": _write(OFFICERS, {"marking": "TLP:AMBER", "language": "id"}),
    "reports:reports": _read(OWN_DESK),
    "accounts/email/": _form(ANYONE),
    "account_login": _form(ANYONE),
    "account_logout": _form(ANYONE),
    "account_inactive": Row(ANYONE, NO_SUCH),
    "account_signup": _form(ANYONE),
    "account_reauthenticate": _form(PASSWORDLESS),
    "account_email": _form(ANYONE),
    "account_email_verification_sent": Row(ANYONE, NO_SUCH),
    "account_change_password": _form(OWN_DESK),
    "account_set_password": _form(OWN_DESK),
    "account_reset_password": _form(ANYONE),
    "account_confirm_login_code": _form(ANYONE),
    "account_confirm_email": Row(ANYONE, NO_PAGE, arguments={"key": "none"}),
    "account_reset_password_from_key_done": Row(ANYONE, NO_SUCH),
    "account_reset_password_from_key": _form(ANYONE, uidb36="none", key="none"),
    "account_reset_password_done": Row(ANYONE, NO_SUCH),
    "mfa_index": Row(OWN_DESK, NO_SUCH_WITHIN),
    "mfa_authenticate": _form(ANYONE),
    "mfa_reauthenticate": _form(PASSWORDLESS),
    "mfa_activate_totp": _form(OWN_DESK),
    "mfa_deactivate_totp": _form(NOT_THERE),
    "mfa_view_recovery_codes": Row(NOT_THERE, NO_SUCH_WITHIN),
    "mfa_generate_recovery_codes": _form(OWN_DESK),
    "mfa_download_recovery_codes": _form(NOT_THERE),
    "mfa_list_webauthn": Row(OWN_DESK, NO_SUCH_WITHIN),
    "mfa_add_webauthn": _form(OWN_DESK),
    "mfa_reauthenticate_webauthn": _form(PASSWORDLESS),
    "mfa_remove_webauthn": _form(NOT_THERE, pk="0"),
    "mfa_edit_webauthn": _form(NOT_THERE, pk="0"),
    "mfa_login_webauthn": _form(ANYONE),
    "socialaccount_login_cancelled": Row(ANYONE, NO_SUCH),
    "socialaccount_login_error": Row(ANYONE, NO_SUCH),
    "socialaccount_signup": _form(ANYONE),
    "socialaccount_connections": _form(OWN_DESK),
    "accounts/social/login/cancelled/": _form(ANYONE),
    "accounts/social/login/error/": _form(ANYONE),
    "accounts/social/signup/": _form(ANYONE),
    "accounts/social/connections/": _form(ANYONE),
}
HIDDEN_BY = frozenset(
    {
        "action_id",
        "decision_id",
        "minutes_id",
        "dossier_id",
        "entry_id",
        "subject_id",
        "thread_id",
        "message_id",
        "attachment_id",
        "move_id",
        "sender_id",
        "draft_id",
        "mail_id",
        "bounce_id",
        "clearance_id",
        "consultation_id",
    }
    | {"meeting_id", "guest_id", "statement_id", "line_id", "hearer_id"}
    | {"brief_id", "brief_clearance_id", "contribution_id"}
    | {"minutes_id", "attendee_id"}
    | {"negotiation_id"}
    | {"commitment_id", "section_id", "answer_id"}
)
"""Arguments that name something behind the dossier."""


def known_addresses() -> list[Address]:
    """Those that have a row; one test alone asks for the others."""
    return [address for address in addresses() if address.name in TABLE]
