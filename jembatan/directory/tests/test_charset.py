"""Which letters bytes stand for: Western and Indonesian texts before all, East Asian ones on strong evidence only."""

import pytest

from jembatan.directory.formats.charset import decode, guess

KANJI = "東京都千代田区霞が関の外務省と経済産業省の担当者による打ち合わせ"


@pytest.mark.parametrize(
    "text",
    [
        "Matt D’Ancona, General Discussion",
        "Queen’s Park Community Council",
        "“Kerja sama” – Müller, Gößweinstein, Łódź".replace("Łódź", "Lodz"),
        "Société générale d’études, coopération œuvre",
        "Peña Núñez, Muñoz; São João; Ångström",
        "Köhler\r\nGrüße\r\nStraße",
    ],
)
def test_windows_text_is_never_taken_for_ideographs(text: str) -> None:
    content = text.encode("cp1252")
    assert (decode(content).text, guess(content)) == (text, "cp1252")


def test_long_windows_table_is_read_as_one() -> None:
    rows = "Minister,Jun-12,Queen’s Park Council,Discussion\r\n" * 300
    assert decode(rows.encode("cp1252")).text == rows


@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
def test_japanese_text_is_told_by_its_many_kanji(codec: str) -> None:
    assert decode(KANJI.encode(codec)).text == KANJI


def test_declared_charset_comes_before_any_guess() -> None:
    assert decode("Žižek".encode("iso8859-2"), charset="iso-8859-2").text == "Žižek"
