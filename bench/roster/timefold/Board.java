import java.util.Arrays;

/** Who does what, kept up position by position: the figures of the score, and whether a change would break a rule. */
final class Board {
    final Games games;
    final int days;
    final int[] officerOf; // By position; -1 where open.
    final int[][] held; // By officer × day: positions.
    final int[] used; // How many of them.
    private final Position[] positions;
    private final int[] served; // By officer × delegation.
    private final int[] load; // By officer.
    private final long[] worked; // By officer, a bit a day.
    private final boolean weekMayBreak;
    private final int[] moving; // By position: the change that it is part of.
    private int change;
    private int first;
    private int last;
    private int minutes;
    private int count;
    private int clashes;
    long broken;
    long open;
    long officerDays;
    long pairs;
    long officers;

    Board(Games games) {
        this.games = games;
        days = games.days;
        positions = games.positions.toArray(Position[]::new);
        officerOf = new int[positions.length];
        Arrays.fill(officerOf, -1);
        held = new int[games.officers.size() * days][4];
        used = new int[held.length];
        served = new int[games.officers.size() * games.delegations];
        load = new int[games.officers.size()];
        worked = new long[games.officers.size()];
        moving = new int[positions.length];
        weekMayBreak = games.weekWork < games.work * games.daysInSeven;
        for (Position position : positions) {
            open += position.priority;
        }
        for (Position position : positions) {
            if (position.officer != null) {
                put(position, position.officer.number);
            }
        }
    }

    void put(Position position, int officer) {
        int cell = officer * days + position.day;
        broken -= around(officer, position.day) + unled(position);
        if (used[cell] == held[cell].length) {
            held[cell] = Arrays.copyOf(held[cell], 2 * held[cell].length);
        }
        held[cell][used[cell]++] = position.number;
        officerOf[position.number] = officer;
        worked[officer] |= 1L << position.day;
        officerDays += used[cell] == 1 ? 1 : 0;
        pairs += served[officer * games.delegations + position.delegation]++ == 0 ? 1 : 0;
        officers += load[officer]++ == 0 ? 1 : 0;
        open -= position.priority;
        broken += around(officer, position.day) + unled(position);
    }

    void take(Position position, int officer) {
        int cell = officer * days + position.day;
        broken -= around(officer, position.day) + unled(position);
        int slot = 0;
        while (held[cell][slot] != position.number) {
            slot++;
        }
        held[cell][slot] = held[cell][--used[cell]];
        officerOf[position.number] = -1;
        if (used[cell] == 0) {
            worked[officer] &= ~(1L << position.day);
            officerDays--;
        }
        pairs -= --served[officer * games.delegations + position.delegation] == 0 ? 1 : 0;
        officers -= --load[officer] == 0 ? 1 : 0;
        open += position.priority;
        broken += around(officer, position.day) + unled(position);
    }

    int served(int officer, int delegation) {
        return served[officer * games.delegations + delegation];
    }

    /** Whether so many positions may go to these officers together. What they leave can break no rule by that. */
    boolean possible(int size, int[] moved, int[] to) {
        change++;
        for (int i = 0; i < size; i++) {
            if (!positions[moved[i]].allows(to[i])) {
                return false;
            }
            moving[moved[i]] = change;
        }
        for (int i = 0; i < size; i++) {
            int day = positions[moved[i]].day;
            boolean seen = false;
            for (int j = 0; j < i && !seen; j++) {
                seen = to[j] == to[i] && positions[moved[j]].day == day;
            }
            if (!seen && !dayPossible(to[i], day, size, moved, to)) {
                return false;
            }
        }
        return true;
    }

    private boolean dayPossible(int officer, int day, int size, int[] moved, int[] to) {
        scan(officer, day, size, moved, to, true);
        if (clashes > 0 || last - first > games.spread || minutes > games.work) {
            return false;
        }
        int begins = first;
        int ends = last;
        if (day > 0) {
            scan(officer, day - 1, size, moved, to, false);
            if (count > 0 && begins - last < games.rest) {
                return false;
            }
        }
        if (day + 1 < days) {
            scan(officer, day + 1, size, moved, to, false);
            if (count > 0 && first - ends < games.rest) {
                return false;
            }
        }
        return weeksPossible(officer, day, size, moved, to);
    }

    private boolean weeksPossible(int officer, int day, int size, int[] moved, int[] to) {
        long mask = worked[officer] | 1L << day;
        boolean full = weekMayBreak;
        for (int begin = Math.max(0, day - 6); begin <= day && !full; begin++) {
            full = Long.bitCount(mask >>> begin & 127) > games.daysInSeven;
        }
        if (!full && size == 1) {
            return true;
        }
        int from = Math.max(0, day - 6);
        int until = Math.min(days, day + 7);
        int[] counts = new int[until - from];
        int[] times = new int[until - from];
        for (int other = from; other < until; other++) {
            scan(officer, other, size, moved, to, false);
            counts[other - from] = count > 0 ? 1 : 0;
            times[other - from] = minutes;
        }
        for (int begin = 0; begin < counts.length; begin++) {
            int worked = 0;
            int time = 0;
            for (int other = begin; other < Math.min(counts.length, begin + 7); other++) {
                worked += counts[other];
                time += times[other];
            }
            if (worked > games.daysInSeven || time > games.weekWork) {
                return false;
            }
        }
        return true;
    }

    /** The day as it would be after the change: into `first`, `last`, `minutes`, `count` and, if asked, `clashes`. */
    private void scan(int officer, int day, int size, int[] moved, int[] to, boolean whole) {
        first = Integer.MAX_VALUE;
        last = Integer.MIN_VALUE;
        minutes = 0;
        count = 0;
        clashes = 0;
        int cell = officer * days + day;
        for (int slot = 0; slot < used[cell]; slot++) {
            if (moving[held[cell][slot]] != change) {
                add(positions[held[cell][slot]]);
            }
        }
        int kept = count;
        for (int i = 0; i < size; i++) {
            if (to[i] != officer || positions[moved[i]].day != day) {
                continue;
            }
            Position comes = positions[moved[i]];
            add(comes);
            for (int slot = 0; whole && kept > 0 && slot < used[cell]; slot++) {
                if (moving[held[cell][slot]] != change && clash(comes, positions[held[cell][slot]])) {
                    clashes++;
                }
            }
            for (int j = 0; whole && j < i; j++) {
                if (to[j] == officer && positions[moved[j]].day == day && clash(comes, positions[moved[j]])) {
                    clashes++;
                }
            }
        }
    }

    private void add(Position position) {
        first = Math.min(first, position.start);
        last = Math.max(last, position.end);
        minutes += position.end - position.start;
        count++;
    }

    private boolean clash(Position a, Position b) {
        Position early = a.start < b.start || a.start == b.start && a.end <= b.end ? a : b;
        Position late = early == a ? b : a;
        return late.start < early.end + games.travel[early.place][late.place];
    }

    /** Broken rules that this officer's day has a part in. */
    private int around(int officer, int day) {
        int cell = officer * days + day;
        if (used[cell] == 0) {
            return 0;
        }
        int found = 0;
        int begins = Integer.MAX_VALUE;
        int ends = Integer.MIN_VALUE;
        int work = 0;
        for (int slot = 0; slot < used[cell]; slot++) {
            Position position = positions[held[cell][slot]];
            begins = Math.min(begins, position.start);
            ends = Math.max(ends, position.end);
            work += position.end - position.start;
            for (int other = 0; other < slot; other++) {
                found += clash(position, positions[held[cell][other]]) ? 1 : 0;
            }
        }
        found += (ends - begins > games.spread ? 1 : 0) + (work > games.work ? 1 : 0);
        found += restless(cell - 1, day - 1, begins, true) + restless(cell + 1, day + 1, ends, false);
        for (int begin = Math.max(0, day - 6); begin <= day; begin++) {
            found += Long.bitCount(worked[officer] >>> begin & 127) > games.daysInSeven ? 1 : 0;
            found += weekMayBreak && week(officer, begin) > games.weekWork ? 1 : 0;
        }
        return found;
    }

    /** 1 where the pause between a day's edge and the day before or after is too short. */
    private int restless(int cell, int day, int edge, boolean before) {
        if (day < 0 || day >= days) {
            return 0;
        }
        for (int slot = 0; slot < used[cell]; slot++) {
            Position position = positions[held[cell][slot]];
            if ((before ? edge - position.end : position.start - edge) < games.rest) {
                return 1;
            }
        }
        return 0;
    }

    private int week(int officer, int begin) {
        int work = 0;
        for (int day = begin; day < Math.min(days, begin + 7); day++) {
            for (int slot = 0; slot < used[officer * days + day]; slot++) {
                Position position = positions[held[officer * days + day][slot]];
                work += position.end - position.start;
            }
        }
        return work;
    }

    /** 1 where the second place is taken, the first is open, and who has the second could not be the first. */
    private int unled(Position position) {
        if (position.partner < 0) {
            return 0;
        }
        Position lead = positions[Math.min(position.number, position.partner)];
        int second = officerOf[Math.max(position.number, position.partner)];
        return officerOf[lead.number] < 0 && second >= 0 && !lead.allows(second) ? 1 : 0;
    }
}
