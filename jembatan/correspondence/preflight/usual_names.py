"""Names that say something by themselves: whom they usually belong to, and that an Indonesian is called by the first of them."""

MEN_WORDS = """
    budi agus bambang joko ahmad muhammad mohammad eko hendra rudi made john peter david michael james
    robert
"""
MEN = frozenset(MEN_WORDS.split())
WOMEN_WORDS = """
    siti dewi putri ratna retno sri fitri ayu maria mary sarah anna elizabeth susan
"""
WOMEN = frozenset(WOMEN_WORDS.split())
INDONESIANS_WORDS = """
    retno budi siti sri dewi agus bambang joko ahmad andi rudi hendra ratna yohana bagus dimas eko dwi
    tri catur wahyu adi aditya agung ari arif arief asep ayu basuki citra darma dedi deni dian didik
    dini doni edi endang erna fajar fitri gita gunawan hadi haryo heri hesti imam indah indra irfan ita
    iwan jaya kartika ketut kusuma lestari lina made megawati muhammad nina ningsih novi nur nyoman
    oktavia prabowo puji purwanto putra putri putu rahmat rani rina rini rizky sari satria sigit slamet
    soni sugeng suharto sulastri surya susi sutrisno suyanto taufik teguh titi tono umar utami wati
    wayan widodo wulan yanti yudi yuni yusuf zainal basuki joni tuti mulyani rahayu susanti
"""
INDONESIANS = frozenset(INDONESIANS_WORDS.split())
FAMILIES_WORDS = """
    siregar nasution lubis harahap hutapea simanjuntak sinaga silalahi tobing panjaitan situmorang
    manurung pohan pasaribu sitorus hasibuan lengkong pandjaitan nainggolan sihombing simbolon
    tampubolon marpaung rajagukguk ginting tarigan sembiring
"""
FAMILIES = frozenset(FAMILIES_WORDS.split())
