import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.common.decorator.SelectionFilter;
import ai.timefold.solver.core.impl.heuristic.selector.move.generic.ChangeMove;

/** Leaves out, without reckoning a score, what would break a rule. */
public final class Fits implements SelectionFilter<Games, ChangeMove<Games>> {
    private final int[] moved = new int[1];
    private final int[] to = new int[1];

    @Override
    public boolean accept(ScoreDirector<Games> director, ChangeMove<Games> move) {
        Officer officer = (Officer) move.getToPlanningValue();
        if (officer == null) {
            return true;
        }
        moved[0] = ((Position) move.getEntity()).number;
        to[0] = officer.number;
        return director.getWorkingSolution().board.possible(1, moved, to);
    }
}
