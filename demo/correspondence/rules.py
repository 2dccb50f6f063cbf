"""Who clears what at the demo office."""

from demo import cast
from demo.correspondence.scene import Scene
from demo.partners import partner
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.clearance.rules import add_rule
from jembatan.correspondence.models import ClearanceRule, Clearer
from jembatan.platform.markings import Marking

Condition = ClearanceRule.Condition
WITH_THE_LEAD = "akitsu"


def write(scene: Scene) -> None:
    """The embassy by its lead, statements and what is marked for few by the head."""
    embassy = scene.organisation(WITH_THE_LEAD)
    for rule in (
        ClearanceRule(condition=Condition.PARTNER, organisation=embassy, clearer=Clearer.LEAD),
        ClearanceRule(condition=Condition.STATEMENT, clearer=Clearer.HEAD),
        ClearanceRule(condition=Condition.MARKING, marking=Marking.AMBER_STRICT.value, clearer=Clearer.HEAD),
    ):
        add_rule(scene.actor(cast.HEAD.key), rule)


def remove(desk: Desk) -> None:
    """The three."""
    rules = ClearanceRule.objects.filter(desk=desk)
    rules.filter(condition=Condition.STATEMENT, clearer=Clearer.HEAD).delete()
    rules.filter(marking=Marking.AMBER_STRICT.value, clearer=Clearer.HEAD).delete()
    rules.filter(organisation__name=partner(WITH_THE_LEAD).name, clearer=Clearer.LEAD).delete()
