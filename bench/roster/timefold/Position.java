import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;

/** A planning entity: one place in the team of one duty; the first place of a duty asks for its level. */
@PlanningEntity(difficultyComparatorClass = Position.Harder.class)
public final class Position {
    @PlanningId
    public int number;
    Object duty;
    int delegation;
    int day;
    int start;
    int end;
    int place;
    String language;
    int level;
    int priority;
    int partner = -1; // The other place of the same duty.
    long[] may; // By officer: whether language, level, day and window allow it.

    /** Only officers who could take it at all, fewest reasons to keep them for others first. */
    @ValueRangeProvider
    public List<Officer> able;

    @PlanningVariable(allowsUnassigned = true)
    public Officer officer;

    public Position() {
    }

    boolean allows(int number) {
        return (may[number >> 6] >>> (number & 63) & 1) != 0;
    }

    Position copy() {
        Position copy = new Position();
        copy.number = number;
        copy.duty = duty;
        copy.delegation = delegation;
        copy.day = day;
        copy.start = start;
        copy.end = end;
        copy.place = place;
        copy.language = language;
        copy.level = level;
        copy.priority = priority;
        copy.partner = partner;
        copy.may = may;
        copy.able = able;
        copy.officer = officer;
        return copy;
    }

    /** Rising difficulty: what many could take comes last, so that "decreasing" begins with the scarce; days in their order. */
    public static final class Harder implements java.util.Comparator<Position> {
        @Override
        public int compare(Position a, Position b) {
            int scarcity = Integer.compare(scarcity(b), scarcity(a));
            if (scarcity != 0) {
                return scarcity;
            }
            int delegation = Integer.compare(b.delegation, a.delegation);
            int day = delegation != 0 ? delegation : Integer.compare(b.day, a.day);
            int start = day != 0 ? day : Integer.compare(b.start, a.start);
            return start != 0 ? start : Integer.compare(b.number, a.number);
        }

        private static int scarcity(Position position) {
            return 31 - Integer.numberOfLeadingZeros(Math.max(1, position.able.size()));
        }
    }
}
