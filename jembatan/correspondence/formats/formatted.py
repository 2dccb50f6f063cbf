"""Plain text as HTML mail: what people write by habit (lists, *emphasis*, addresses) looks as they mean it."""

FRAME = '<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n{body}</body></html>\n'


def as_html(text: str) -> str:
    """A whole document. Markup in the text stays text, every line break stays one, and no image is fetched."""
    from markdown_it import MarkdownIt  # only for those who format

    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable("image")
    return FRAME.format(body=reader.render(text))
