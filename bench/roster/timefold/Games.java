import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.ArrayList;
import java.util.List;

/** The planning solution. Hard: broken rules. Medium: open places by priority. Soft: officer-days, pairs and officers by weights. */
@PlanningSolution(solutionCloner = Games.Cloner.class)
public final class Games {
    @ProblemFactCollectionProperty
    public List<Officer> officers;

    @PlanningEntityCollectionProperty
    public List<Position> positions;

    @PlanningScore
    public HardMediumSoftLongScore score;

    int days;
    int delegations;
    int[][] travel;
    int work;
    int spread;
    int rest;
    int daysInSeven;
    int weekWork;
    int[][] byDelegation; // Numbers of positions.
    int[][] byDay;
    int[][] byBlock; // Of one delegation on one day: delegation × days + day.
    Board board; // Of the working solution only, kept by `Aims`.

    public Games() {
    }

    /** Facts are shared, positions are copied, the board belongs to the working solution. */
    public static final class Cloner implements SolutionCloner<Games> {
        @Override
        public Games cloneSolution(Games original) {
            Games copy = new Games();
            copy.officers = original.officers;
            copy.positions = new ArrayList<>(original.positions.size());
            for (Position position : original.positions) {
                copy.positions.add(position.copy());
            }
            copy.score = original.score;
            copy.days = original.days;
            copy.delegations = original.delegations;
            copy.travel = original.travel;
            copy.work = original.work;
            copy.spread = original.spread;
            copy.rest = original.rest;
            copy.daysInSeven = original.daysInSeven;
            copy.weekWork = original.weekWork;
            copy.byDelegation = original.byDelegation;
            copy.byDay = original.byDay;
            copy.byBlock = original.byBlock;
            return copy;
        }
    }
}
