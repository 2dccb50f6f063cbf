"""A head sets up a translation server, and a colleague reads a mail in her own language."""

import re

from playwright.sync_api import expect

from demo import cast
from jembatan.correspondence.tests.translations.server import translation_server
from tests.journeys.conftest import SignIn


def test_mail_is_read_in_another_language(sign_in: SignIn) -> None:
    with translation_server() as server:
        head = sign_in(cast.HEAD)
        head.goto("/settings/translation/")
        head.get_by_label("Alamat server").fill(server.address)
        head.get_by_role("button", name="Simpan").click()
        expect(head.get_by_role("button", name="Uji sambungan")).to_be_visible()

        maria = sign_in(cast.SECOND_OFFICER)
        maria.goto("/inbox/?q=Buletin")
        maria.get_by_role("main").get_by_role("link", name="Buletin pelabuhan pekan ini").first.click()
        maria.get_by_role("main").get_by_role("button", name="Translate").click()

        expect(maria.get_by_text(re.compile("Machine translation by 127.0.0.1"))).to_be_visible()
        expect(maria.get_by_text("[en] Buletin pelabuhan")).to_be_visible()

        head.get_by_role("button", name="Hapus server").click()
