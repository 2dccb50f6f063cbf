import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Positions go to other officers together; undone by what Timefold has recorded. */
public final class Reassign extends AbstractMove<Games> {
    private final Position[] positions;
    private final Officer[] to;

    Reassign(Position[] positions, Officer[] to) {
        this.positions = positions;
        this.to = to;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Games> director) {
        return true; // `Moves` proposes no other.
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Games> director) {
        for (int i = 0; i < positions.length; i++) {
            director.beforeVariableChanged(positions[i], "officer");
            positions[i].officer = to[i];
            director.afterVariableChanged(positions[i], "officer");
        }
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.of(positions);
    }

    @Override
    public Collection<?> getPlanningValues() {
        return Arrays.asList(to);
    }
}
