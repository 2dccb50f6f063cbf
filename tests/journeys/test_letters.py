"""A mail that is a formal statement is entered, answered by a letter, numbered, and stands in a draft."""

from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import SignIn, Violations


def test_statement_is_entered_from_its_mail_and_answered_by_a_numbered_letter(
    sign_in: SignIn, violations: Violations
) -> None:
    page = sign_in(cast.HEAD)
    page.goto("/inbox/")
    page.get_by_role("main").get_by_role("link", name="Draft MoU on pilot training").first.click()
    page.get_by_role("link", name="Ini pernyataan resmi").last.click()
    page.get_by_label("Nomor", exact=False).first.fill("PHA/77/2026")
    page.get_by_label("Tujuan").select_option("action")
    page.get_by_label("Tenggat").fill("17 Desember 2026")
    page.get_by_role("button", name="Catat").click()
    expect(page.get_by_text("menunggu jawaban kita")).to_be_visible()
    assert violations(page) == []

    page.get_by_role("link", name="Jawab dengan surat").click()
    page.get_by_label("Templat surat").select_option("Surat dinas biro")
    page.get_by_label("Isi surat").fill("Kami menyetujui rancangan itu.")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("img", name="Halaman 1 surat; PDF-nya dapat dibacakan")).to_be_visible()
    assert violations(page) == []

    page.get_by_role("button", name="Beri nomor, lalu tulis surelnya").click()
    expect(page.get_by_role("link", name="BPSN-0032.pdf")).to_be_visible()
    page.get_by_role("link", name="BPSN-0032 · Jawaban atas").click()
    expect(page.get_by_role("button", name="Ke surelnya")).to_be_visible()
