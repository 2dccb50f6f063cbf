"""Addresses of dossiers."""

from django.urls import path

from jembatan.dossiers.web.pages import (
    access,
    conflicts,
    dossier,
    dossiers,
    edit,
    files,
    follow_ups,
    frameworks,
    objectives,
    outside_steps,
    parties,
    plan,
    sharing,
    stakeholders,
    step,
)

app_name = "dossiers"
ONE = "dossiers/<int:dossier_id>/"
LINK = f"{ONE}plan/links/<int:follow_up_id>/"
FILES = f"{ONE}files/"
CONFLICT = f"{ONE}conflicts/<int:conflict_id>/"
GOAL = f"{ONE}objectives/<int:objective_id>/"
urlpatterns = [
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("dossiers/new/", edit.new, name="new"),
    path(ONE, dossier.dossier, name="dossier"),
    path(f"{ONE}edit/", edit.edit, name="edit"),
    path(f"{ONE}closure/", dossier.closure, name="closure"),
    path(f"{ONE}reopening/", dossier.reopening, name="reopening"),
    path(f"{ONE}restriction/", access.restriction, name="restriction"),
    path(f"{ONE}opening/", access.opening, name="opening"),
    path(f"{ONE}members/", access.member, name="member"),
    path(f"{ONE}members/removal/", access.member_removal, name="member_removal"),
    path(f"{ONE}parties/", parties.parties, name="parties"),
    path(f"{ONE}parties/removal/", parties.removal, name="party_removal"),
    path(f"{ONE}plan/", plan.plan, name="plan"),
    path(f"{ONE}plan/steps/", step.new_step, name="new_step"),
    path(f"{ONE}plan/steps/<int:step_id>/", step.step, name="step"),
    path(f"{ONE}plan/steps/<int:step_id>/state/", step.step_state, name="step_state"),
    path(f"{ONE}objectives/", objectives.new_objective, name="new_objective"),
    path(GOAL, objectives.objective, name="objective"),
    path(f"{GOAL}dropping/", objectives.objective_dropping, name="objective_dropping"),
    path(f"{GOAL}return/", objectives.objective_return, name="objective_return"),
    path(f"{GOAL}readings/", objectives.reading, name="reading"),
    path(f"{ONE}readings/<int:reading_id>/removal/", objectives.reading_removal, name="reading_removal"),
    path(f"{ONE}interests/", objectives.new_interest, name="new_interest"),
    path(
        f"{ONE}interests/<int:own_interest_id>/removal/", objectives.interest_removal, name="interest_removal"
    ),
    path(f"{ONE}conflicts/", conflicts.new_conflict, name="new_conflict"),
    path(f"{CONFLICT}removal/", conflicts.conflict_removal, name="conflict_removal"),
    path(f"{CONFLICT}return/", conflicts.conflict_return, name="conflict_return"),
    path(f"{ONE}map/", stakeholders.stakeholders, name="stakeholders"),
    path(f"{ONE}map/assessments/", stakeholders.assessing, name="assessing"),
    path(
        f"{ONE}map/assessments/<int:assessment_id>/removal/",
        stakeholders.assessment_removal,
        name="assessment_removal",
    ),
    path(f"{ONE}plan/filling/", frameworks.filling, name="filling"),
    path(f"{ONE}plan/keeping/", frameworks.keeping, name="keeping"),
    path(
        "dossiers/frameworks/<int:framework_id>/retirement/",
        frameworks.framework_retirement,
        name="framework_retirement",
    ),
    path(
        "dossiers/frameworks/<int:framework_id>/return/", frameworks.framework_return, name="framework_return"
    ),
    path(f"{ONE}plan/sharing/", sharing.sharing, name="sharing"),
    path(f"{ONE}plan/links/", follow_ups.new_follow_up, name="new_follow_up"),
    path(f"{LINK}letter/", follow_ups.follow_up_letter, name="follow_up_letter"),
    path(f"{LINK}closing/", follow_ups.follow_up_closing, name="follow_up_closing"),
    path(f"{LINK}return/", follow_ups.follow_up_return, name="follow_up_return"),
    path(f"{ONE}plan/answers/<int:step_answer_id>/", follow_ups.step_answer, name="step_answer"),
    path("steps/<str:token>/", outside_steps.outside_steps, name="outside_steps"),
    path(FILES, files.files, name="files"),
    path(f"{FILES}new/", files.new_file, name="new_file"),
    path(f"{FILES}versions/<int:file_version_id>/", files.file_version, name="file_version"),
    path(f"{FILES}<int:dossier_file_id>/removal/", files.file_removal, name="file_removal"),
    path(f"{FILES}<int:dossier_file_id>/return/", files.file_return, name="file_return"),
]
