"""Who speaks in a chat: a phone writes numbers, or the names of its owner's address book."""

from dataclasses import dataclass, field

from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.filing.ourselves import Ourselves
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.whatsapp_readings import CHAT_DOMAIN, NUMBER_DOMAIN
from jembatan.directory.formats.contact_values import normalise
from jembatan.directory.formats.names import fold
from jembatan.directory.queries.address_book import numbers_and_emails_by_name


@dataclass(slots=True)
class Speakers:
    """Addresses of speakers: a number is its own; a member of the desk, or someone whom the directory knows by exactly this
    name, has the one on record; anyone else gets one made of the name, and waits in the screener.
    """

    desk: Desk
    us: Ourselves
    found: dict[str, Address] = field(default_factory=dict)

    def address(self, name: str) -> Address:
        """Where this speaker is reached."""
        if name not in self.found:
            self.found[name] = Address(name, self._email(name))
        return self.found[name]

    def _email(self, name: str) -> str:
        if number := self._number(name):
            return number
        folded = fold(name)
        for email, member in self.us.members.items():
            if fold(member.full_name) == folded:
                return email
        known = numbers_and_emails_by_name(self.desk, folded)
        if known.number:
            return f"{known.number.lstrip('+')}@{NUMBER_DOMAIN}"
        return known.email or f"{'.'.join(folded.split())[:250] or 'unnamed'}@{CHAT_DOMAIN}"

    def _number(self, name: str) -> str:
        if sum(map(str.isdigit, name)) < 7 or any(map(str.isalpha, name)):
            return ""
        digits = normalise("mobile", name, region=self.desk.country).lstrip("+")
        return f"{digits}@{NUMBER_DOMAIN}" if digits else ""
