"""Lines to take."""

from django.urls import path

from jembatan.correspondence.web.pages import draft_lines, line, line_uses, line_wording, lines

urlpatterns = [
    path("lines/", lines.lines, name="lines"),
    path("lines/setting/", lines.line_setting, name="line_setting"),
    path("lines/new/", line_wording.new_line, name="new_line"),
    path("lines/<int:line_id>/", line.line, name="line"),
    path("lines/<int:line_id>/wording/", line_wording.wording, name="line_wording"),
    path("lines/<int:line_id>/clearance/", line.clearance, name="line_clearance"),
    path("lines/<int:line_id>/withdrawal/", line.withdrawal, name="line_withdrawal"),
    path("lines/<int:line_id>/return/", line.line_return, name="line_return"),
    path("lines/<int:line_id>/uses/new/", line_uses.line_use, name="line_use"),
    path("line-hearers/<int:hearer_id>/correction/", line_uses.correction, name="line_correction"),
    path("drafts/<int:draft_id>/lines/", draft_lines.draft_lines, name="draft_lines"),
    path("drafts/<int:draft_id>/lines/insertion/", draft_lines.insertion, name="draft_line_insertion"),
    path("drafts/<int:draft_id>/lines/<int:line_id>/", draft_lines.appending, name="draft_line"),
]
