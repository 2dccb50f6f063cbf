"""A negotiation from an empty sheet to an offer, a counter-offer, what the sheet suggests, other numbers and an agreed point."""

import re

from playwright.sync_api import Page, expect

from demo import cast
from tests.journeys.conftest import SignIn, Violations

PARTNER = "Otoritas Pelabuhan Tanjung Bahari"
TITLE = "Dermaga timur bersama"
LIMIT = "Tarif sedang adalah yang paling rendah"
ISSUES = {"Tarif sandar": ("rendah", "sedang", "tinggi"), "Masa kontrak": ("dua tahun", "lima tahun")}
# Weights and scores in the order of the fields: a weight and its options, issue by issue.
OURS = (60, 0, 60, 100, 40, 100, 0)
THEIRS = (30, 100, 70, 0, 70, 0, 100)


def test_from_a_new_sheet_to_an_agreed_point(sign_in: SignIn, violations: Violations) -> None:
    page = sign_in(cast.OFFICER)
    page.goto("/negotiations/new/")
    page.get_by_label("Judul").fill(TITLE)
    page.get_by_label("Dengan").fill(PARTNER)
    page.get_by_role("button", name="Mulai", exact=True).click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    for name, options in ISSUES.items():
        _add_issue(page, name, options)
    for place, numbers in enumerate((OURS, THEIRS)):
        _value(page, place, numbers)
    page.get_by_text("Tetapkan mandat").click()
    page.get_by_label("Batas").fill(LIMIT)
    page.get_by_label("Diberi wewenang oleh").fill("Kepala Badan")
    page.get_by_role("button", name="Tetapkan", exact=True).click()
    expect(page.get_by_text(LIMIT)).to_be_visible()

    _offer(page, cast.ORGANISATION_NAME, "tinggi", "dua tahun")
    _offer(page, PARTNER, "rendah", "dua tahun")
    expect(page.get_by_text("menyisakan poin").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Jadikan tawaran").first.click()
    expect(page.locator("#offers details")).to_have_attribute("open", "")
    page.get_by_role("button", name="Catat", exact=True).click()
    expect(page.locator("#offers thead th")).to_have_count(4)

    page.keyboard.press("u")
    status = page.get_by_role("status").filter(has_text=PARTNER)
    before = status.inner_text()
    slider = page.get_by_role("slider", name="Tarif sandar").nth(1)
    slider.focus()
    for _time in range(4):
        page.keyboard.press("PageUp")
    expect(page.locator("polyline.before").first).to_be_visible()
    expect(status).not_to_have_text(before)
    moved = slider.input_value()
    assert violations(page) == []
    page.reload()
    expect(slider).to_have_value(moved)
    page.get_by_role("button", name="Simpan angka ini").click()
    expect(page.get_by_text("Angka-angka itu sekarang tercatat di lembar.")).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_text("Angka-angka itu sekarang tercatat di lembar.")).to_be_visible()

    page.get_by_role("button", name="Disepakati: lima tahun").click()
    expect(page.get_by_text("disepakati: lima tahun")).to_be_visible()
    page.locator(".page-aside").get_by_role("link", name=PARTNER).click()
    page.wait_for_url(re.compile(r"/organisations/\d+/"))
    number = re.search(r"/organisations/(\d+)/", page.url)
    assert number is not None
    address = f"/organisations/{number[1]}/brief/"
    page.goto(address)
    expect(page.get_by_text(LIMIT)).to_be_visible()
    colleague = sign_in(cast.SECOND_OFFICER)
    colleague.goto(address)
    expect(colleague.get_by_role("heading", name=PARTNER).first).to_be_visible()
    expect(colleague.get_by_text(LIMIT)).to_have_count(0)


def _add_issue(page: Page, name: str, options: tuple[str, ...]) -> None:
    form = page.locator("#issues form").last
    if not form.is_visible():
        page.keyboard.press("i")
    form.get_by_label("Pokok").fill(name)
    form.get_by_label("Pilihan").fill("\n".join(options))
    form.get_by_role("button", name="Tambahkan").click()
    expect(page.locator("#issues .row-title").filter(has_text=name)).to_be_visible()


def _value(page: Page, place: int, numbers: tuple[int, ...]) -> None:
    panel = page.locator(".negotiation-values").nth(place)
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    fields = panel.locator("input[name^=weight], input[name^=score]")
    for field, number in enumerate(numbers):
        fields.nth(field).fill(str(number))
    expect(panel.locator("[data-saved]")).to_have_text("Tersimpan.")


def _offer(page: Page, party: str, *options: str) -> None:
    page.keyboard.press("o")
    form = page.locator("#offers form")
    form.get_by_label("Tawaran dari").select_option(party)
    for (name, _options), option in zip(ISSUES.items(), options, strict=True):
        form.get_by_label(name).select_option(option)
    form.get_by_role("button", name="Catat", exact=True).click()
    expect(page.get_by_text("Tawaran dicatat.").first).to_be_visible()
