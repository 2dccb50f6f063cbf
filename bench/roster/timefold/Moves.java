import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Iterator;
import java.util.Random;

/** Random changes that break no rule, drawn near what is there: the community edition has no nearby selection of its own. */
public final class Moves implements MoveIteratorFactory<Games, Reassign> {
    private static final int LONGEST = 64;
    private static final int TRIES = 2000;
    private final int[] moved = new int[LONGEST];
    private final int[] to = new int[LONGEST];
    private int size;

    @Override
    public long getSize(ScoreDirector<Games> director) {
        Games games = director.getWorkingSolution();
        return (long) games.positions.size() * games.officers.size();
    }

    @Override
    public Iterator<Reassign> createOriginalMoveIterator(ScoreDirector<Games> director) {
        throw new UnsupportedOperationException("Only random moves are made.");
    }

    @Override
    public Iterator<Reassign> createRandomMoveIterator(ScoreDirector<Games> director, Random random) {
        Games games = director.getWorkingSolution();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Reassign next() {
                for (int attempt = 0; attempt < TRIES; attempt++) {
                    size = 0;
                    propose(games, games.board, random);
                    if (size > 0 && games.board.possible(size, moved, to)) {
                        return move(games);
                    }
                }
                size = 0;
                return move(games);
            }
        };
    }

    private Reassign move(Games games) {
        Position[] positions = new Position[size];
        Officer[] officers = new Officer[size];
        for (int i = 0; i < size; i++) {
            positions[i] = games.positions.get(moved[i]);
            officers[i] = games.officers.get(to[i]);
        }
        return new Reassign(positions, officers);
    }

    private void propose(Games games, Board board, Random random) {
        Position position = games.positions.get(random.nextInt(games.positions.size()));
        int from = board.officerOf[position.number];
        int kind = random.nextInt(100);
        if (kind >= 40 && kind < 66 && from >= 0) {
            int[] among = random.nextInt(10) < 6 ? games.byBlock[position.delegation * games.days + position.day]
                    : games.byDay[position.day];
            int other = among[random.nextInt(among.length)];
            int whose = board.officerOf[other];
            if (whose >= 0 && whose != from) {
                add(position.number, whose);
                add(other, from);
            }
            return;
        }
        int officer = somebody(games, board, random, position);
        if (officer < 0 || officer == from) {
            return;
        }
        if (from < 0 || kind < 40) {
            add(position.number, officer);
        } else if (kind < 76) {
            addDay(board, from, position.day, officer);
        } else if (kind < 86) {
            addDay(board, from, position.day, officer);
            addDay(board, officer, position.day, from);
        } else if (kind < 91) {
            addDays(games, board, random, from, position.day, officer);
        } else if (kind < 95) {
            dissolve(games, board, random, from, position.day);
        } else {
            leave(games, board, random, from, position.delegation, officer);
        }
    }

    /** Mostly one who serves the position's delegation, the more the likelier; else one who works that day; else anyone able. */
    private static int somebody(Games games, Board board, Random random, Position position) {
        int kind = random.nextInt(100);
        if (kind < 93) {
            int[] among = kind < 70 ? games.byDelegation[position.delegation]
                    : kind < 84 ? games.byDay[position.day]
                    : games.byDelegation[random.nextInt(games.delegations)];
            return board.officerOf[among[random.nextInt(among.length)]];
        }
        return position.able.isEmpty() ? -1 : position.able.get(random.nextInt(position.able.size())).number;
    }

    private void add(int position, int officer) {
        if (size < LONGEST) {
            moved[size] = position;
            to[size++] = officer;
        }
    }

    private void addDay(Board board, int from, int day, int officer) {
        int cell = from * board.days + day;
        for (int slot = 0; slot < board.used[cell]; slot++) {
            add(board.held[cell][slot], officer);
        }
    }

    /** Both exchange all they do on some days in a row. */
    private void addDays(Games games, Board board, Random random, int one, int day, int other) {
        int length = 2 + random.nextInt(5);
        for (int each = Math.max(0, day - random.nextInt(length)); each < games.days && length > 0; each++, length--) {
            addDay(board, one, each, other);
            addDay(board, other, each, one);
        }
    }

    /** Each position of a day goes to somebody else. */
    private void dissolve(Games games, Board board, Random random, int from, int day) {
        int cell = from * board.days + day;
        for (int slot = 0; slot < board.used[cell]; slot++) {
            Position position = games.positions.get(board.held[cell][slot]);
            int[] among = games.byBlock[position.delegation * games.days + day];
            int officer = board.officerOf[among[random.nextInt(among.length)]];
            if (officer < 0 || officer == from) {
                size = 0;
                return;
            }
            add(position.number, officer);
        }
    }

    /** All that an officer does for a delegation goes to one other, or to several of those who serve it. */
    private void leave(Games games, Board board, Random random, int from, int delegation, int officer) {
        if (board.served(from, delegation) > 6) {
            return;
        }
        boolean one = random.nextBoolean();
        int[] among = games.byDelegation[delegation];
        for (int day = 0; day < games.days; day++) {
            int cell = from * board.days + day;
            for (int slot = 0; slot < board.used[cell]; slot++) {
                if (games.positions.get(board.held[cell][slot]).delegation == delegation) {
                    int takes = one ? officer : board.officerOf[among[random.nextInt(among.length)]];
                    if (takes < 0 || takes == from) {
                        size = 0;
                        return;
                    }
                    add(board.held[cell][slot], takes);
                }
            }
        }
    }
}
