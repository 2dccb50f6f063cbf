"""Who works at the demo office. The same people play in the tests: one who may, one who may only read, one who may not."""

from dataclasses import dataclass

from jembatan.accounts.models import Desk, Membership, Role, User

DESK_NAME = "Biro Kerja Sama"
DESK_SLUG = "kerja-sama"
ORGANISATION_NAME = "Badan Pengelola Selat Nusantara"
DOMAIN = "selatnusantara.example"


@dataclass(frozen=True, slots=True)
class Member:
    """A colleague: the part of the address before the @, the name, the role and the language of the interface."""

    key: str
    full_name: str
    role: Role
    language: str = "id"

    @property
    def email(self) -> str:
        """The address that the member signs in by."""
        return f"{self.key}@{DOMAIN}"


HEAD = Member("ratna", "Ratna Wulandari", Role.HEAD)
OFFICER = Member("bagus", "Bagus Prasetyo", Role.OFFICER)
SECOND_OFFICER = Member("maria", "Maria Lengkong", Role.OFFICER, "en")
DRAFTER = Member("dimas", "Dimas Saputra", Role.DRAFTER)
READER = Member("yohana", "Yohana Tefa", Role.READER)
MEMBERS = (HEAD, OFFICER, SECOND_OFFICER, DRAFTER, READER)
OWN_ADDRESSES = (f"kerjasama@{DOMAIN}", *(member.email for member in MEMBERS))


def open_office() -> Desk:
    """The desk with its members, and nothing else; raises `IntegrityError` if it is open already."""
    desk = Desk.objects.create(
        name=DESK_NAME,
        slug=DESK_SLUG,
        organisation_name=ORGANISATION_NAME,
        own_addresses=list(OWN_ADDRESSES),
        own_domains=[DOMAIN],
    )
    users = _users()
    Membership.objects.bulk_create(
        Membership(desk=desk, user=users[member.email], role=member.role) for member in MEMBERS
    )
    return desk


def _users() -> dict[str, User]:
    """The members' users by their addresses; those who have none yet get one."""
    addresses = [member.email for member in MEMBERS]
    known = {user.email: user for user in User.objects.filter(email__in=addresses)}
    added = [_user(member) for member in MEMBERS if member.email not in known]
    return known | {user.email: user for user in User.objects.bulk_create(added)}


def _user(member: Member) -> User:
    """Not saved yet; without a password, as everybody who is invited."""
    user = User(email=member.email, full_name=member.full_name, language=member.language)
    user.set_unusable_password()
    return user
