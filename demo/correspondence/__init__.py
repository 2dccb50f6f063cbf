"""What the demo office works with beside its papers: each module has its words, `write` that enters them and `remove` that takes them out."""

from demo.correspondence import announcements, letters, lines, questions, rules, saying_back, waiting, way_out

PARTS = (way_out, rules, lines, letters, announcements, questions, waiting, saying_back)
