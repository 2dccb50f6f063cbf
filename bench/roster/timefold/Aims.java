import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;

/** Rules and aims, kept up by the board: faster than constraint streams by far. */
public final class Aims implements IncrementalScoreCalculator<Games, HardMediumSoftLongScore> {
    static final int DAY = Integer.getInteger("day", 1000);
    static final int PAIR = Integer.getInteger("pair", 100);
    static final int OFFICER = Integer.getInteger("officer", 10);

    private Board board;

    @Override
    public void resetWorkingSolution(Games games) {
        board = new Board(games);
        games.board = board;
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        Position position = (Position) entity;
        if (position.officer != null) {
            board.take(position, position.officer.number);
        }
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        Position position = (Position) entity;
        if (position.officer != null) {
            board.put(position, position.officer.number);
        }
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        return HardMediumSoftLongScore.of(-board.broken, -board.open,
                -DAY * board.officerDays - PAIR * board.pairs - OFFICER * board.officers);
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
}
