"""Tables of applications: their headings, in Indonesian or English, and the words of their cells."""

from jembatan.programmes.formats.sheets import WORKERS
from jembatan.programmes.formats.words import meant_by

APPLICATIONS = {
    **WORKERS,
    "full_name": f"{WORKERS['full_name']}|nama pelamar|pelamar|applicant",
    "education": "pendidikan|pendidikan terakhir|education|degree",
    "experience": "pengalaman|tahun pengalaman|experience|years of experience",
}
EDUCATION = {
    1: "secondary school|high school|sma|smk|smu|sekolah menengah",
    2: "diploma|d1|d2|d3|d4",
    3: "bachelor|s1|sarjana|ba|bsc",
    4: "master|s2|magister|ma|msc",
    5: "doctor|phd|s3|doktor",
}
MOST_YEARS = 60


def education_of(text: str) -> int | None:
    """`Application.Education`; None for anything else."""
    return meant_by(text, EDUCATION)


def years_of(text: str) -> int | None:
    """ "3 tahun" is 3; None where no number stands."""
    digits = "".join(character for character in text if character.isascii() and character.isdigit())
    return min(int(digits[:3]), MOST_YEARS) if digits else None
