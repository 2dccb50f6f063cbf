import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import java.util.List;
import java.util.Set;

/** A problem fact: who may be put on positions. */
public final class Officer {
    @PlanningId
    public final int number; // The place in the file.
    final Object id; // As the file names it.
    final Set<Object> languages;
    final Set<Integer> days;
    final int opens;
    final int closes;
    final int level;

    Officer(int number, Object id, List<Object> languages, Set<Integer> days, int opens, int closes, int level) {
        this.number = number;
        this.id = id;
        this.languages = Set.copyOf(languages);
        this.days = days;
        this.opens = opens;
        this.closes = closes;
        this.level = level;
    }

    /** What no other position can change: language, level, day and window. */
    boolean may(Position position) {
        int start = position.start - 1440 * position.day;
        int end = position.end - 1440 * position.day;
        return languages.contains(position.language) && level >= position.level && days.contains(position.day)
                && start >= opens && end <= (closes == 1440 ? 1800 : closes);
    }
}
