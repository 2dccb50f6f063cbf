import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.placer.QueuedEntityPlacerConfig;
import ai.timefold.solver.core.config.heuristic.selector.common.SelectionCacheType;
import ai.timefold.solver.core.config.heuristic.selector.common.SelectionOrder;
import ai.timefold.solver.core.config.heuristic.selector.entity.EntitySelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.entity.EntitySorterManner;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.phase.PhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.LoggerFactory;

/** Main INSTANCE SOLUTION SECONDS WORKERS SEED: solves with so many solvers side by side, writes the best roster found. */
public final class Main {
    private static final long CLOSING_MILLISECONDS = 400;

    private Main() {
    }

    public static void main(String[] words) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        Path instance = Path.of(words[0]);
        long seconds = (long) (1000 * Double.parseDouble(words[2]));
        int workers = Integer.parseInt(words[3]);
        long seed = Long.parseLong(words[4]);
        Games games = InstanceFile.read(instance);
        long gone = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        long left = Math.max(100, seconds - gone - CLOSING_MILLISECONDS);
        List<Future<Games>> found = new ArrayList<>();
        try (Threads threads = new Threads(workers)) {
            for (int worker = 0; worker < workers; worker++) {
                long own = seed * 1000 + worker;
                boolean constructs = worker % 2 == 0;
                found.add(threads.service.submit(() -> solver(left, own, constructs).solve(new Games.Cloner().cloneSolution(games))));
            }
            Games best = null;
            for (Future<Games> each : found) {
                Games one = each.get();
                System.err.println(one.score);
                best = best == null || one.score.compareTo(best.score) > 0 ? one : best;
            }
            InstanceFile.write(best, Path.of(words[1]));
        }
    }

    private static Solver<Games> solver(long milliseconds, long seed, boolean constructs) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Games.class)
                .withEntityClasses(Position.class)
                .withEnvironmentMode(EnvironmentMode.valueOf(System.getProperty("mode", "NO_ASSERT")))
                .withRandomSeed(seed)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Aims.class))
                .withTerminationConfig(new TerminationConfig().withMillisecondsSpentLimit(milliseconds))
                .withPhases(constructs ? new PhaseConfig[] {construction(), search()} : new PhaseConfig[] {search()});
        return SolverFactory.<Games>create(config).buildSolver();
    }

    /** Best fit, the scarce first. */
    private static ConstructionHeuristicPhaseConfig construction() {
        return new ConstructionHeuristicPhaseConfig().withEntityPlacerConfig(new QueuedEntityPlacerConfig()
                .withEntitySelectorConfig(new EntitySelectorConfig().withId("hardest").withCacheType(SelectionCacheType.PHASE)
                        .withSelectionOrder(SelectionOrder.SORTED).withSorterManner(EntitySorterManner.DECREASING_DIFFICULTY))
                .withMoveSelectorConfigList(List.of(new ChangeMoveSelectorConfig()
                        .withEntitySelectorConfig(EntitySelectorConfig.newMimicSelectorConfig("hardest"))
                        .withFilterClass(Fits.class))));
    }

    private static LocalSearchPhaseConfig search() {
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Moves.class))
                .withAcceptorConfig(acceptor())
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(Integer.getInteger("accepted", 1)));
    }

    private static LocalSearchAcceptorConfig acceptor() {
        int late = Integer.getInteger("late", 0);
        return late > 0 ? new LocalSearchAcceptorConfig().withLateAcceptanceSize(late)
                : new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature(
                        "0hard/0medium/" + Integer.getInteger("warmth", 75) + "soft");
    }

    /** Threads that end with the program. */
    private static final class Threads implements AutoCloseable {
        private final ExecutorService service;

        private Threads(int count) {
            service = Executors.newFixedThreadPool(count);
        }

        @Override
        public void close() {
            service.shutdownNow();
        }
    }
}
