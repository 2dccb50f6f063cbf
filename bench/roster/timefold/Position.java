import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;

/** A planning entity: one place in the team of one duty; the first place of a duty asks for its level. */
@PlanningEntity
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

    /** Only officers who could take it at all. */
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
}
