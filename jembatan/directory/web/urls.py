"""Addresses of the directory."""

from django.urls import path

from jembatan.directory.web.pages import (
    contact_points,
    counterpart,
    directory,
    duplicates,
    export,
    fields,
    history,
    new_party,
    options,
    organisation,
    person,
    positions,
    precedence,
    precedence_ranks,
    relationships,
    removals,
    tagging,
)

app_name = "directory"
urlpatterns = [
    path("settings/precedence/", precedence.precedence_tables, name="precedence_tables"),
    path("settings/precedence/new/", precedence.new_precedence_table, name="new_precedence_table"),
    path("settings/precedence/<int:table_id>/", precedence.precedence_table, name="precedence_table"),
    path(
        "settings/precedence/<int:table_id>/facts/",
        precedence.precedence_table_facts,
        name="precedence_table_facts",
    ),
    path(
        "settings/precedence/<int:table_id>/versions/",
        precedence.new_precedence_version,
        name="new_precedence_version",
    ),
    path(
        "settings/precedence/<int:table_id>/retirement/",
        precedence.precedence_retirement,
        name="precedence_retirement",
    ),
    path(
        "settings/precedence/<int:table_id>/return/", precedence.precedence_return, name="precedence_return"
    ),
    path(
        "settings/precedence/versions/<int:version_id>/",
        precedence.precedence_version,
        name="precedence_version",
    ),
    path(
        "settings/precedence/versions/<int:version_id>/ranks/",
        precedence_ranks.new_precedence_rank,
        name="new_precedence_rank",
    ),
    path(
        "settings/precedence/ranks/<int:rank_id>/", precedence_ranks.precedence_rank, name="precedence_rank"
    ),
    path(
        "settings/precedence/ranks/<int:rank_id>/moving/",
        precedence_ranks.precedence_rank_moving,
        name="precedence_rank_moving",
    ),
    path(
        "settings/precedence/ranks/<int:rank_id>/removal/",
        precedence_ranks.precedence_rank_removal,
        name="precedence_rank_removal",
    ),
    path(
        "settings/precedence/ranks/<int:rank_id>/return/",
        precedence_ranks.precedence_rank_return,
        name="precedence_rank_return",
    ),
    path(
        "settings/precedence/ranks/<int:rank_id>/giving/",
        precedence_ranks.precedence_rank_giving,
        name="precedence_rank_giving",
    ),
    path(
        "settings/precedence/by-hand/<int:ranked_id>/removal/",
        precedence_ranks.precedence_by_hand,
        name="precedence_by_hand",
    ),
    path("directory/", directory.people, name="directory"),
    path("directory/organisations/", directory.organisations, name="organisations"),
    path("directory/people/new/", new_party.new_person, name="new_person"),
    path("directory/organisations/new/", new_party.new_organisation, name="new_organisation"),
    path("directory/people/<int:person_id>/", person.person, name="person"),
    path("directory/organisations/<int:organisation_id>/", organisation.organisation, name="organisation"),
    path(
        "directory/people/<int:person_id>/relationships/",
        relationships.new_relationship,
        name="new_relationship",
    ),
    path(
        "directory/organisations/<int:organisation_id>/counterpart/",
        counterpart.counterpart,
        name="counterpart",
    ),
    path("directory/duplicates/", duplicates.duplicates, name="duplicates"),
    path("directory/duplicates/<int:duplicate_id>/merging/", duplicates.merging, name="merging"),
    path("directory/duplicates/<int:duplicate_id>/parting/", duplicates.parting, name="parting"),
    path("directory/duplicates/<int:duplicate_id>/difference/", duplicates.difference, name="difference"),
    path("directory/duplicates/<int:duplicate_id>/question/", duplicates.question, name="question"),
    path("directory/positions/<int:position_id>/", positions.position, name="position"),
    path("directory/positions/<int:position_id>/end/", positions.position_end, name="position_end"),
    path(
        "directory/positions/<int:position_id>/reopening/",
        positions.position_reopening,
        name="position_reopening",
    ),
    path("directory/contact-points/<int:point_id>/", contact_points.contact_point, name="contact_point"),
    path(
        "directory/details/<slug:kind>/<int:detail_id>/removal/",
        removals.detail_removal,
        name="detail_removal",
    ),
    path(
        "directory/details/<slug:kind>/<int:detail_id>/restoration/",
        removals.detail_restoration,
        name="detail_restoration",
    ),
    path("directory/<slug:kind>/options/", options.options, name="options"),
    path("directory/<slug:kind>/tags/", options.tags, name="tags"),
    path("directory/<slug:kind>/similar/", new_party.similar, name="similar"),
    path("directory/<slug:kind>/tagging/", tagging.tagging, name="tagging"),
    path("directory/<slug:kind>/untagging/", tagging.untagging, name="untagging"),
    path("directory/<slug:kind>/export.<slug:file_format>", export.export, name="export"),
    path("directory/<slug:kind>/<int:party_id>/fields/<slug:field>/", fields.field, name="field"),
    path("directory/<slug:kind>/<int:party_id>/history/", history.history, name="history"),
    path("directory/<slug:kind>/<int:party_id>/removal/", removals.removal, name="removal"),
    path("directory/<slug:kind>/<int:party_id>/restoration/", removals.restoration, name="restoration"),
    path("directory/<slug:kind>/<int:party_id>/positions/", positions.new_position, name="new_position"),
    path(
        "directory/<slug:kind>/<int:party_id>/contact-points/",
        contact_points.new_contact_point,
        name="new_contact_point",
    ),
]
