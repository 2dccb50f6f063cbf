"""GENIUS domains as tests write them."""

from pathlib import Path

DOMAIN = """<negotiation_template><utility_space number_of_issues="2"><objective index="0" name="root">
<issue index="1" name="Price" type="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
<issue index="2" name="Days" type="integer" vtype="integer" lowerbound="1" upperbound="3"><range lowerbound="1" upperbound="3"/></issue>
</objective></utility_space></negotiation_template>"""

SELLER = """<utility_space><reservation value="0.25"/><discount_factor value="0.9"/><objective index="0" name="root">
<weight index="1" value="0.6"/><weight index="2" value="0.4"/>
<issue index="1" name="Price" type="discrete"><item index="1" value="low" evaluation="10"/><item index="2" value="high" evaluation="40"/></issue>
<issue index="2" name="Days" type="integer"><evaluator ftype="linear" parameter0="0" parameter1="2"/></issue>
</objective></utility_space>"""

BUYER = """<utility_space><objective index="0" name="root">
<weight index="1" value="0.5"/><weight index="2" value="0.5"/>
<issue index="1" name="Price" type="discrete"><item index="1" value="low" evaluation="4"/><item index="2" value="high" evaluation="1"/></issue>
<issue index="2" name="Days" type="integer"><evaluator ftype="triangular" parameter0="0" parameter1="4" parameter2="2"/></issue>
</objective></utility_space>"""


def folder(path: Path, domain: str = DOMAIN, **spaces: str) -> Path:
    """A folder with a domain and utility spaces."""
    (path / "domain.xml").write_text(domain, encoding="utf-8")
    for name, content in (spaces or {"buyer": BUYER, "seller": SELLER}).items():
        (path / f"{name}.xml").write_text(content, encoding="utf-8")
    return path
