"""What a column's heading says in Indonesian or English, and what its values say when the heading says nothing."""

import dataclasses
import re

from jembatan.directory.formats.names import fold

# Field -> headings, folded. A heading may carry a number or a qualifier ("E-mail 2 Address", "Telepon kantor").
HEADINGS: dict[str, str] = {
    "full_name": "nama lengkap|nama|full name|name|display name|contact name|contact|nama kontak|kontak|nama pejabat|"
    "pejabat|nama peserta|narahubung|contact person|person|file as|nama dan gelar|nama lengkap dan gelar|pic|nama pic|"
    "nama penanggung jawab|delegate|participant",
    "given_name": "first name|given name|nama depan",
    "middle_name": "middle name|additional name|nama tengah",
    "family_name": "last name|family name|surname|nama belakang|nama keluarga|marga",
    "titles_before": "gelar depan|title prefix|name prefix|prefix|honorific|salutation title|pangkat",
    "degrees_after": "gelar belakang|suffix|name suffix|gelar|degrees",
    "form_of_address": "sapaan|salutation|form of address|panggilan hormat",
    "call_name": "nickname|nama panggilan|panggilan|call name|short name",
    "native_name": "native name|nama asli|nama dalam aksara asli|yomi name",
    "email": "e mail address|email address|e mail|email|surel|alamat surel|alamat email|alamat e mail|pos el|mail|"
    "primary email|secondary email|e mail value|email value|surat elektronik",
    "mobile": "mobile phone|mobile|mobile number|cell phone|cell|cellphone|hp|no hp|nomor hp|handphone|no handphone|"
    "nomor handphone|ponsel|telepon seluler|nomor ponsel|no ponsel|seluler|hp wa|no hp wa|whatsapp|wa|no wa|nomor wa|"
    "nomor whatsapp|no whatsapp",
    "phone": "phone|telephone|telephone number|phone number|telepon|tel|telp|no telp|no telepon|nomor telepon|no tlp|tlp|"
    "business phone|home phone|work phone|company main phone|other phone|primary phone|callback|car phone|isdn|pager|"
    "pager number|phone value|assistants phone|radio phone|telex|tty tdd phone|kontak telepon|telepon kantor|"
    "telepon rumah|nomor kontak|no kontak|contact number|phone no|tel no",
    "fax": "fax|fax number|faks|faksimile|faksimili|business fax|home fax|other fax|no fax|nomor faks",
    "organisation": "company|organization|organisation|instansi|lembaga|perusahaan|kementerian|kementerian lembaga|"
    "organisasi|asal instansi|nama instansi|institusi|institution|organization name|company name|employer|kantor|"
    "affiliation|afiliasi|instansi lembaga|nama perusahaan|nama organisasi|ministry|agency|satuan kerja|perguruan tinggi",
    "unit": "department|unit|unit kerja|bagian|divisi|division|direktorat|biro|organization department|bidang|seksi|"
    "departemen",
    "title": "job title|jabatan|position|posisi|title|role|organization title|designation|nama jabatan",
    "address": "address|alamat|alamat lengkap|alamat kantor|full address|postal address|address formatted|alamat surat|"
    "mailing address|alamat rumah|home address|work address",
    "address.street": "street|jalan|street address|address street|home street|business street",
    "address.box": "po box|kotak pos|address po box",
    "address.extended": "extended address|address extended address",
    "address.city": "city|kota|kota kabupaten|kabupaten|kabupaten kota|locality|address city|town",
    "address.region": "state|province|provinsi|region|address region|state province|propinsi",
    "address.postal_code": "postal code|zip|zip code|kode pos|kodepos|zipcode|address postal code|postcode",
    "address.country": "country|negara|country region|address country",
    "birthday": "birthday|tanggal lahir|tgl lahir|date of birth|birth date|dob",
    "birthday.year": "birth year|tahun lahir",
    "birthday.month": "birth month|bulan lahir",
    "birthday.day": "birth day",
    "note": "notes|note|catatan|keterangan|remarks|remark|comment|comments",
    "website": "web page|website|situs|situs web|url|web page 1|web page 2|website value|homepage|laman|web",
    "messaging": "im|im address|im value|telegram|line id|skype|signal|wechat|screen name|instant messaging|"
    "messenger|jabber id",
    "tags": "categories|category|kategori|tags|tag|label|labels|group membership|groups|grup|kelompok",
    "languages": "language|bahasa|languages",
    "assistant": "assistants name|assistant|asisten|nama asisten|sekretaris|ajudan",
    "manager": "managers name|manager|atasan",
    "spouse": "spouse|pasangan",
    "uid": "uid|contact id|external id",
}
LABELS = {
    "business": "work",
    "work": "work",
    "company": "work",
    "kantor": "work",
    "home": "home",
    "rumah": "home",
    "other": "other",
    "lain": "other",
    "assistants": "assistant",
    "car": "car",
    "pager": "pager",
    "primary": "main",
    "utama": "main",
    "secondary": "other",
    "pribadi": "home",
    "wa": "whatsapp",
    "whatsapp": "whatsapp",
    "telegram": "telegram",
    "skype": "skype",
    "signal": "signal",
    "line id": "line",
    "wechat": "wechat",
    "telex": "telex",
    "radio": "radio",
    "isdn": "isdn",
    "callback": "callback",
}
BY_HEADING = {heading: name for name, headings in HEADINGS.items() for heading in headings.split("|")}
QUALIFIERS = re.compile(rf"\b(?:{'|'.join(sorted(LABELS, key=len, reverse=True))})\b")
NUMBER = re.compile(r"\b\d+\b")
LINE_OF = re.compile(r"(?:.* )?(?:street|address) (\d)")
LABEL_OF = re.compile(r"(.*?) ?(?:type|label)")
EMAIL = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+")
TELEPHONE = re.compile(r"[+(]?\d[\d\s().+/-]{5,}\d")
SITE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
CALLED = re.compile(r"(?!\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}$)[+(0][\d\s().+/-]{7,}")
WORDS = re.compile(r"(?=.{2,80}$)[^\d@:/]*[^\W\d_][^\d@:/]*")
SAMPLE_ROWS = 200
MOST = 0.8


@dataclasses.dataclass(slots=True)
class Column:
    """A column and what it becomes: `field` "" keeps it under its heading. `group` joins columns of one address or number."""

    heading: str
    field: str = ""
    label: str = ""
    group: str = ""
    samples: list[str] = dataclasses.field(default_factory=list)


def column_of(heading: str) -> Column:
    """The guess for one heading; a column such as "E-mail 1 - Type" names the label of the column it belongs to."""
    folded = fold(heading)
    label = next((LABELS[found[0]] for found in [QUALIFIERS.search(folded)] if found), "")
    number = next(iter(NUMBER.findall(folded)), "")
    found = _field(folded)
    line = LINE_OF.fullmatch(folded) if found in {"address", "address.street"} else None
    if line:  # "Business Street 2" and "Home Address 2" go on where the first line ends.
        found, number = (found if line[1] == "1" else "address.street"), ""
    stem = LABEL_OF.fullmatch(NUMBER.sub(" ", folded).strip())
    if not found and stem and (labelled := _field(" ".join(stem[1].split()))) and number:
        found = f"label:{labelled.partition('.')[0]}"
    group = f"{number or label}" if found.startswith(("address.", "address", "label:")) or number else ""
    return Column(heading, found, label, group)


def recognised(cells: list[str]) -> int:
    """How many cells of a row are headings that are known."""
    return sum(bool(column_of(cell).field) for cell in cells if 0 < len(cell) < 80)


def columns_by_content(width: int, rows: list[list[str]]) -> list[Column]:
    """For a table without headings: columns whose values are e-mail addresses, numbers, sites; the first words are names."""
    columns = []
    has_name = False
    for at in range(width):
        values = [row[at].strip() for row in rows[:SAMPLE_ROWS] if at < len(row) and row[at].strip()]
        found = field_by_content(values)
        if not found and not has_name and values and all(any(map(str.isalpha, value)) for value in values):
            found, has_name = "full_name", True
        columns.append(Column("", found))
    return columns


def field_by_content(values: list[str]) -> str:
    """What four out of five values of a column are; "" when they are nothing special."""
    for name, pattern in (("email", EMAIL), ("phone", TELEPHONE), ("website", SITE)):
        if values and _mostly(pattern, values):
            return name
    return ""


def guess_contacts(columns: list[Column], rows: list[list[str]]) -> None:
    """Under headings that say nothing: addresses or numbers to call, and beside them the first column of names.

    Years, amounts and days are numbers, too: those to call begin with a plus, a bracket or a nought.
    """
    values = [
        [row[at].strip() for row in rows[:SAMPLE_ROWS] if at < len(row) and row[at].strip()]
        for at in range(len(columns))
    ]
    for column, cells in zip(columns, values, strict=True):
        found = field_by_content(cells)
        if found == "email" or (found == "phone" and _mostly(CALLED, cells)):
            column.field = found
    if any(column.field for column in columns):
        named = next((c for c, cells in zip(columns, values, strict=True) if _are_names(cells)), None)
        if named is not None:
            named.field = "full_name"


def _are_names(cells: list[str]) -> bool:
    """Short words without digits that seldom repeat, as a region or a rank would."""
    return bool(cells) and _mostly(WORDS, cells) and len(set(cells)) > len(cells) / 2


def _mostly(pattern: re.Pattern[str], cells: list[str]) -> bool:
    return sum(bool(pattern.fullmatch(cell)) for cell in cells) >= MOST * len(cells)


def _field(folded: str) -> str:
    """The heading as it stands, then without its number, then without what qualifies it."""
    for text in (folded, NUMBER.sub(" ", folded), QUALIFIERS.sub(" ", NUMBER.sub(" ", folded))):
        if found := BY_HEADING.get(" ".join(text.split())):
            return found
    return ""
