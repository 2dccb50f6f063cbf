"""Orders of precedence to start from. A desk takes one over and makes it its own.

The ranks are facts of the law, in words of our own; what the law leaves to custom is left out.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from jembatan.directory.models import PrecedenceTable

Order, Sides, Language = PrecedenceTable.Order, PrecedenceTable.Sides, PrecedenceTable.Language
ARTICLE = "UU 9/2010 Pasal 9 ayat (1) huruf %s"


@dataclass(frozen=True, slots=True)
class ShippedRank:
    """Its letter in the law, its name in both languages, and patterns of offices that hold it."""

    letter: str
    name_id: str
    name_en: str
    offices: tuple[str, ...] = ()

    @property
    def article(self) -> str:
        """As the law is cited."""
        return ARTICLE % self.letter


@dataclass(frozen=True, slots=True)
class Shipped:
    """A table to take over."""

    name: Promise
    source: str
    order: PrecedenceTable.Order
    sides: PrecedenceTable.Sides = Sides.TOGETHER
    language: PrecedenceTable.Language = Language.INDONESIAN
    valid_from: date | None = None
    ranks: tuple[ShippedRank, ...] = ()


STATE_OFFICIALS = (
    ShippedRank("a", "Presiden Republik Indonesia", "President", ("presiden", "presiden republik indonesia")),
    ShippedRank("b", "Wakil Presiden", "Vice President", ("wakil presiden*",)),
    ShippedRank(
        "c",
        "Mantan Presiden dan mantan Wakil Presiden",
        "Former presidents and vice presidents",
        ("mantan presiden*", "mantan wakil presiden*"),
    ),
    ShippedRank("d", "Ketua MPR", "Speaker of the People's Consultative Assembly", ("ketua mpr*", "ketua @ majelis permusyawaratan rakyat*")),
    ShippedRank("e", "Ketua DPR", "Speaker of the House of Representatives", ("ketua dpr", "ketua dpr ri", "ketua @ dewan perwakilan rakyat", "ketua @ dewan perwakilan rakyat republik indonesia")),
    ShippedRank("f", "Ketua DPD", "Speaker of the Regional Representative Council", ("ketua dpd", "ketua dpd ri", "ketua @ dewan perwakilan daerah*")),
    ShippedRank("g", "Ketua BPK", "Chair of the Audit Board", ("ketua bpk*", "ketua @ badan pemeriksa keuangan*")),
    ShippedRank("h", "Ketua Mahkamah Agung", "Chief Justice of the Supreme Court", ("ketua mahkamah agung*", "ketua @ mahkamah agung*")),
    ShippedRank("i", "Ketua Mahkamah Konstitusi", "Chief Justice of the Constitutional Court", ("ketua mahkamah konstitusi*", "ketua @ mahkamah konstitusi*")),
    ShippedRank("j", "Ketua Komisi Yudisial", "Chair of the Judicial Commission", ("ketua komisi yudisial*", "ketua @ komisi yudisial*")),
    ShippedRank("k", "Perintis pergerakan kebangsaan dan kemerdekaan", "Pioneers of the national movement and of independence"),
    ShippedRank("l", "Duta besar asing dan kepala perwakilan organisasi internasional", "Foreign ambassadors and heads of missions of international organisations", ("duta besar @ kedutaan*", "ambassador @ embassy*", "ambassador")),
    ShippedRank("m", "Wakil ketua MPR, DPR, DPD, BPK, MA, MK, dan KY; Gubernur Bank Indonesia; ketua badan penyelenggara pemilu", "Deputy heads of the state organs named above; Governor of Bank Indonesia; chair of the election body", ("gubernur bank indonesia", "gubernur @ bank indonesia", "wakil ketua mpr*", "wakil ketua dpr ri", "wakil ketua dpd ri", "wakil ketua bpk*", "wakil ketua mahkamah agung*", "wakil ketua mahkamah konstitusi*", "wakil ketua komisi yudisial*")),
    ShippedRank("n", "Menteri dan pejabat setingkat menteri; anggota DPR dan DPD; duta besar RI", "Ministers and officials of their level; members of the House and of the Regional Council; Indonesian ambassadors", ("menteri", "menteri *", "minister", "minister of *", "minister for *", "jaksa agung*", "anggota dpr ri", "anggota dpd ri", "duta besar luar biasa dan berkuasa penuh*")),
    ShippedRank("o", "Kepala staf angkatan darat, laut, dan udara", "Chiefs of staff of army, navy and air force", ("kepala staf angkatan *",)),
    ShippedRank("p", "Pemimpin partai politik yang punya wakil di DPR", "Leaders of the parties in the House"),
    ShippedRank("q", "Anggota BPK, hakim agung, hakim konstitusi, dan anggota KY", "Members of the Audit Board and of the Judicial Commission, justices of both courts", ("anggota bpk*", "hakim agung*", "hakim konstitusi*", "anggota komisi yudisial*")),
    ShippedRank("r", "Pemimpin lembaga negara lain menurut undang-undang; deputi gubernur Bank Indonesia; wakil ketua badan penyelenggara pemilu", "Heads of other state bodies set up by law; deputy governors of Bank Indonesia; deputy chair of the election body", ("deputi gubernur senior @ bank indonesia", "deputi gubernur @ bank indonesia")),
    ShippedRank("s", "Gubernur kepala daerah", "Governors of provinces", ("gubernur", "gubernur @ pemerintah provinsi*")),
)  # fmt: skip
CUSTOM = gettext_noop("Custom: write here which rule you follow")
SHIPPED: dict[str, Shipped] = {
    "uu-9-2010": Shipped(
        _("State officials (UU 9/2010)"),
        "Undang-Undang Nomor 9 Tahun 2010 tentang Keprotokolan, Pasal 9 ayat (1)",
        Order.RANKS,
        valid_from=date(2010, 11, 19),
        ranks=STATE_OFFICIALS,
    ),
    "guests-first": Shipped(
        _("State officials (UU 9/2010), guests first"),
        "Undang-Undang Nomor 9 Tahun 2010 tentang Keprotokolan, Pasal 9 ayat (1)",
        Order.RANKS,
        Sides.GUESTS_FIRST,
        valid_from=date(2010, 11, 19),
        ranks=STATE_OFFICIALS,
    ),
    "organisations": Shipped(_("Alphabetical by organisation"), CUSTOM, Order.ORGANISATION),
    "countries-id": Shipped(_("Alphabetical by country, in Indonesian"), CUSTOM, Order.COUNTRY),
    "countries-en": Shipped(
        _("Alphabetical by country, in English"), CUSTOM, Order.COUNTRY, language=Language.ENGLISH
    ),
    "countries-fr": Shipped(
        _("Alphabetical by country, in French"), CUSTOM, Order.COUNTRY, language=Language.FRENCH
    ),
    "united-nations": Shipped(
        _("Delegations at the United Nations"),
        gettext_noop(
            "Custom of the United Nations: alphabetical by short name in English, from the country that the Secretary-General draws for the session"
        ),
        Order.UNITED_NATIONS,
        language=Language.ENGLISH,
    ),
    "seniority": Shipped(_("By seniority in the post"), CUSTOM, Order.SENIORITY),
    "seniority-guests": Shipped(
        _("By seniority in the post, guests first"), CUSTOM, Order.SENIORITY, Sides.GUESTS_FIRST
    ),
}
