"""Countries as the United Nations call them: the short names in English by whose alphabet delegations sit.

Only those are listed whose name there is another than the usual English one; the States Members and observers are otherwise called as
everybody calls them (United Nations protocol list, "Member States"; UNTERM, short forms).
"""

from jembatan.directory.formats.places import country_name

SHORT_NAMES = {
    "AG": "Antigua and Barbuda",
    "BA": "Bosnia and Herzegovina",
    "BN": "Brunei Darussalam",
    "BO": "Bolivia (Plurinational State of)",
    "CD": "Democratic Republic of the Congo",
    "CG": "Congo",
    "CI": "Côte d'Ivoire",
    "CV": "Cabo Verde",
    "CZ": "Czechia",
    "FM": "Micronesia (Federated States of)",
    "GB": "United Kingdom of Great Britain and Northern Ireland",
    "IR": "Iran (Islamic Republic of)",
    "KN": "Saint Kitts and Nevis",
    "KP": "Democratic People's Republic of Korea",
    "KR": "Republic of Korea",
    "LA": "Lao People's Democratic Republic",
    "LC": "Saint Lucia",
    "MD": "Republic of Moldova",
    "MM": "Myanmar",
    "NL": "Netherlands (Kingdom of the)",
    "PS": "State of Palestine",
    "RU": "Russian Federation",
    "ST": "Sao Tome and Principe",
    "SY": "Syrian Arab Republic",
    "SZ": "Eswatini",
    "TL": "Timor-Leste",
    "TR": "Türkiye",
    "TT": "Trinidad and Tobago",
    "TZ": "United Republic of Tanzania",
    "US": "United States of America",
    "VA": "Holy See",
    "VC": "Saint Vincent and the Grenadines",
    "VE": "Venezuela (Bolivarian Republic of)",
    "VN": "Viet Nam",
}


def un_name(code: str) -> str:
    """ "Viet Nam", "Republic of Korea"; an unknown code is its own name."""
    return SHORT_NAMES.get(code) or country_name(code, "en")
