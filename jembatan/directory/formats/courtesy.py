"""Forms of address that are suggested, never imposed: what stands before a name when the person is spoken to."""

INDONESIA = (
    "Bapak",
    "Ibu",
    "Saudara",
    "Saudari",
    "Yang Mulia",
    "Yang Terhormat",
    "Prof.",
    "Dr.",
    "Ustaz",
    "Romo",
    "Pendeta",
)
ENGLISH = ("Mr", "Ms", "Mrs", "Mx", "Dr", "Professor", "His Excellency", "Her Excellency", "Ambassador")
BY_COUNTRY = {
    "ID": INDONESIA,
    "MY": ("Encik", "Puan", "Cik", "Datuk", "Dato'", "Tan Sri", "Tun", "Yang Berhormat", "Yang Mulia"),
    "BN": ("Awang", "Dayang", "Dato", "Datin", "Pehin", "Yang Mulia"),
    "TH": ("Khun", "Than"),
    "VN": ("Ông", "Bà", "Anh", "Chị"),
    "MM": ("U", "Daw", "Ko", "Ma", "Maung", "Sayar", "Sayarma"),
    "PH": ("Mr", "Ms", "Ginoo", "Ginang", "Attorney", "Engineer", "The Honorable"),
    "JP": ("-san", "-sama", "-sensei"),
    "KR": ("-nim", "-ssi"),
    "CN": ("先生", "女士"),
    "TW": ("先生", "女士"),
    "ES": ("Don", "Doña", "Señor", "Señora", "Excelentísimo Señor", "Excelentísima Señora"),
    "TL": ("Maun", "Mana", "Senhor", "Senhora", "Sua Excelência"),
    "NL": ("De heer", "Mevrouw", "Zijne Excellentie", "Hare Excellentie"),
    "DE": ("Herr", "Frau", "Exzellenz"),
    "FR": ("Monsieur", "Madame", "Son Excellence"),
}


def forms_of_address(country: str) -> tuple[str, ...]:
    """Of the country (ISO 3166-1 alpha-2) first, then the English ones that travel."""
    local = BY_COUNTRY.get(country, ())
    return (*local, *(form for form in ENGLISH if form not in local))
