import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The rosters of the generated games for Timefold. Hard: broken rules; medium: open places by priority; soft: officer-days, pairs, officers, in
 * strict order. The score is calculated incrementally: only the day, week and team that a change touches. Tuned: incremental calculator instead of constraint
 * streams, late acceptance, change and swap moves, each place's own officers as its values.
 */
public class Roster {
    static int positions, officers, delegations, days;
    static int work, spread, rest, daysIn7, weekWork;
    static int[][] travel;
    static long dayCost = 1_000_000, pairCost = 1_000, officerCost = 1;

    @PlanningEntity
    public static class Place {
        @PlanningId
        public Integer id;
        public int day, start, end, where, delegation, first, team, priority;
        public List<Integer> able;
        @PlanningVariable(allowsUnassigned = true, valueRangeProviderRefs = "able")
        public Integer officer;

        @ValueRangeProvider(id = "able")
        public List<Integer> getAble() {
            return able;
        }

        public Integer getOfficer() {
            return officer;
        }

        public void setOfficer(Integer officer) {
            this.officer = officer;
        }
    }

    @PlanningSolution
    public static class Plan {
        @PlanningEntityCollectionProperty
        public List<Place> places;
        @PlanningScore
        public HardMediumSoftLongScore score;

        public List<Place> getPlaces() {
            return places;
        }

        public void setPlaces(List<Place> places) {
            this.places = places;
        }
    }

    public static class Counter implements IncrementalScoreCalculator<Plan, HardMediumSoftLongScore> {
        List<Place> places;
        ArrayList<Place>[][] held;
        int[][] served, minutes;
        int[] total;
        long[][] dayHard;
        long[] weekHard;
        long hard, medium, soft;

        @Override
        @SuppressWarnings("unchecked")
        public void resetWorkingSolution(Plan plan) {
            places = plan.places;
            held = new ArrayList[officers][days];
            served = new int[officers][delegations];
            minutes = new int[officers][days];
            total = new int[officers];
            dayHard = new long[officers][days];
            weekHard = new long[officers];
            hard = medium = soft = 0;
            for (Place place : places) {
                medium -= place.priority;
            }
            for (Place place : places) {
                if (place.officer != null) {
                    put(place, place.officer);
                }
            }
        }

        @Override
        public void beforeEntityAdded(Object entity) {
        }

        @Override
        public void afterEntityAdded(Object entity) {
        }

        @Override
        public void beforeEntityRemoved(Object entity) {
        }

        @Override
        public void afterEntityRemoved(Object entity) {
        }

        @Override
        public void beforeVariableChanged(Object entity, String name) {
            Place place = (Place) entity;
            if (place.officer != null) {
                take(place, place.officer);
            }
        }

        @Override
        public void afterVariableChanged(Object entity, String name) {
            Place place = (Place) entity;
            if (place.officer != null) {
                put(place, place.officer);
            }
        }

        @Override
        public HardMediumSoftLongScore calculateScore() {
            return HardMediumSoftLongScore.of(-hard, medium, -soft);
        }

        private void put(Place place, int o) {
            ArrayList<Place> of = held[o][place.day];
            if (of == null) {
                of = held[o][place.day] = new ArrayList<>(6);
            }
            if (of.isEmpty()) {
                soft += dayCost;
            }
            of.add(place);
            minutes[o][place.day] += place.end - place.start;
            if (served[o][place.delegation]++ == 0) {
                soft += pairCost;
            }
            if (total[o]++ == 0) {
                soft += officerCost;
            }
            medium += place.priority;
            again(o, place.day);
        }

        private void take(Place place, int o) {
            ArrayList<Place> of = held[o][place.day];
            of.remove(place);
            minutes[o][place.day] -= place.end - place.start;
            if (of.isEmpty()) {
                soft -= dayCost;
            }
            if (--served[o][place.delegation] == 0) {
                soft -= pairCost;
            }
            if (--total[o] == 0) {
                soft -= officerCost;
            }
            medium -= place.priority;
            again(o, place.day);
        }

        private void again(int o, int day) {
            for (int d = Math.max(0, day - 1); d <= day; d++) {
                hard -= dayHard[o][d];
                dayHard[o][d] = broken(o, d);
                hard += dayHard[o][d];
            }
            hard -= weekHard[o];
            weekHard[o] = weeks(o);
            hard += weekHard[o];
        }

        private long broken(int o, int day) {
            ArrayList<Place> of = held[o][day];
            if (of == null || of.isEmpty()) {
                return 0;
            }
            long found = 0;
            int first = Integer.MAX_VALUE, last = 0;
            for (int i = 0; i < of.size(); i++) {
                Place a = of.get(i);
                first = Math.min(first, a.start);
                last = Math.max(last, a.end);
                for (int j = i + 1; j < of.size(); j++) {
                    Place b = of.get(j);
                    boolean apart = a.start <= b.start ? a.end + travel[a.where][b.where] <= b.start
                            : b.end + travel[b.where][a.where] <= a.start;
                    found += apart ? 0 : 1;
                }
            }
            found += last - first > spread ? 1 : 0;
            found += minutes[o][day] > work ? 1 : 0;
            if (day + 1 < days && held[o][day + 1] != null) {
                for (Place next : held[o][day + 1]) {
                    found += next.start - last < rest ? 1 : 0;
                }
            }
            return found;
        }

        private long weeks(int o) {
            long found = 0;
            int count = 0, sum = 0;
            for (int day = 0; day < days; day++) {
                count += minutes[o][day] > 0 ? 1 : 0;
                sum += minutes[o][day];
                if (day >= 7) {
                    count -= minutes[o][day - 7] > 0 ? 1 : 0;
                    sum -= minutes[o][day - 7];
                }
                found += Math.max(0, count - daysIn7) + (sum > weekWork ? 1 : 0);
            }
            return found;
        }
    }

    public static void main(String[] given) throws IOException {
        Plan plan = read(Path.of(given[0]));
        long seconds = Math.round(Double.parseDouble(given[1]));
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Plan.class).withEntityClasses(Place.class).withRandomSeed(1L)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Counter.class))
                .withTerminationConfig(new TerminationConfig().withSpentLimit(Duration.ofSeconds(seconds)))
                .withPhases(new ConstructionHeuristicPhaseConfig(),
                        new LocalSearchPhaseConfig()
                                .withMoveSelectorConfig(new UnionMoveSelectorConfig(
                                        List.of(new ChangeMoveSelectorConfig(), new SwapMoveSelectorConfig())))
                                .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(400))
                                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
        Plan best = SolverFactory.<Plan>create(config).buildSolver().solve(plan);
        System.err.println(best.score);
        for (Place place : best.places) {
            if (place.officer != null) {
                System.out.println("TAKES " + place.id + " " + place.officer);
            }
        }
    }

    private static Plan read(Path path) throws IOException {
        List<String> lines = Files.readAllLines(path);
        StringTokenizer head = new StringTokenizer(lines.get(0));
        positions = next(head);
        officers = next(head);
        delegations = next(head);
        days = next(head);
        int spots = next(head);
        work = next(head);
        spread = next(head);
        rest = next(head);
        daysIn7 = next(head);
        weekWork = next(head);
        travel = new int[spots][spots];
        for (int row = 0; row < spots; row++) {
            StringTokenizer words = new StringTokenizer(lines.get(1 + row));
            for (int column = 0; column < spots; column++) {
                travel[row][column] = next(words);
            }
        }
        Plan plan = new Plan();
        plan.places = new ArrayList<>();
        for (int id = 0; id < positions; id++) {
            StringTokenizer words = new StringTokenizer(lines.get(1 + spots + id));
            Place place = new Place();
            place.id = id;
            place.day = next(words);
            place.start = next(words);
            place.end = next(words);
            place.where = next(words);
            place.delegation = next(words);
            place.first = next(words);
            place.team = next(words);
            place.priority = next(words);
            int count = next(words);
            place.able = new ArrayList<>(count);
            for (int each = 0; each < count; each++) {
                place.able.add(next(words));
            }
            plan.places.add(place);
        }
        return plan;
    }

    private static int next(StringTokenizer words) {
        return Integer.parseInt(words.nextToken());
    }
}
