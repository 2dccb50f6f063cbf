import java.util.Arrays;

/** Who does what, kept up position by position: the figures of the score, and whether a change would break a rule. */
final class Board {
    final Games games;
    final int days;
    final int[] officerOf; // By position; -1 where open.
    final int[][] held; // By officer × day: positions.
    final int[] used; // How many of them.
    private final Position[] positions;
    private final int[] dayOf; // By position: arrays are read faster than objects that lie about.
    private final int[] startOf;
    private final int[] endOf;
    private final int[] placeOf;
    private final int[] begins; // By officer × day, where `used`: the first start, the last end, the work.
    private final int[] ends;
    private final int[] minutes;
    private final int[] served; // By officer × delegation.
    private final int[] load; // By officer.
    private final long[] worked; // By officer, a bit a day.
    private final boolean weekMayBreak; // Whether the rules of a day leave it open that a week's minutes are too many.
    private final int[] moving; // By position: the change that it is part of.
    private int change;
    private int first;
    private int last;
    private int work;
    private int count;
    long broken;
    long open;
    long officerDays;
    long pairs;
    long officers;

    Board(Games games) {
        this.games = games;
        days = games.days;
        positions = games.positions.toArray(Position[]::new);
        dayOf = games.positions.stream().mapToInt(position -> position.day).toArray();
        startOf = games.positions.stream().mapToInt(position -> position.start).toArray();
        endOf = games.positions.stream().mapToInt(position -> position.end).toArray();
        placeOf = games.positions.stream().mapToInt(position -> position.place).toArray();
        officerOf = new int[positions.length];
        Arrays.fill(officerOf, -1);
        held = new int[games.officers.size() * days][4];
        used = new int[held.length];
        begins = new int[held.length];
        ends = new int[held.length];
        minutes = new int[held.length];
        served = new int[games.officers.size() * games.delegations];
        load = new int[games.officers.size()];
        worked = new long[games.officers.size()];
        moving = new int[positions.length];
        weekMayBreak = games.weekWork < games.work * games.daysInSeven;
        open = games.positions.stream().mapToLong(position -> position.priority).sum();
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
        begins[cell] = used[cell] == 0 ? position.start : Math.min(begins[cell], position.start);
        ends[cell] = used[cell] == 0 ? position.end : Math.max(ends[cell], position.end);
        minutes[cell] += position.end - position.start;
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
        int[] there = held[cell];
        int slot = 0;
        while (there[slot] != position.number) {
            slot++;
        }
        there[slot] = there[--used[cell]];
        begins[cell] = Integer.MAX_VALUE;
        ends[cell] = Integer.MIN_VALUE;
        for (slot = 0; slot < used[cell]; slot++) {
            begins[cell] = Math.min(begins[cell], startOf[there[slot]]);
            ends[cell] = Math.max(ends[cell], endOf[there[slot]]);
        }
        minutes[cell] -= position.end - position.start;
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
        boolean oneDay = true;
        for (int i = 0; i < size; i++) {
            if (!positions[moved[i]].allows(to[i])) {
                return false;
            }
            moving[moved[i]] = change;
            oneDay &= dayOf[moved[i]] == dayOf[moved[0]];
        }
        for (int i = 0; i < size; i++) {
            int day = dayOf[moved[i]];
            boolean seen = false;
            for (int j = 0; j < i && !seen; j++) {
                seen = to[j] == to[i] && dayOf[moved[j]] == day;
            }
            if (!seen && !dayPossible(to[i], day, size, moved, to, oneDay)) {
                return false;
            }
        }
        return true;
    }

    private boolean dayPossible(int officer, int day, int size, int[] moved, int[] to, boolean oneDay) {
        scan(officer, day, size, moved, to);
        if (last - first > games.spread || work > games.work) {
            return false;
        }
        int cell = officer * days + day;
        int from = first;
        int until = last;
        if (day > 0) {
            if (oneDay ? used[cell - 1] > 0 && from - ends[cell - 1] < games.rest
                    : scan(officer, day - 1, size, moved, to) && from - last < games.rest) {
                return false;
            }
        }
        if (day + 1 < days) {
            if (oneDay ? used[cell + 1] > 0 && begins[cell + 1] - until < games.rest
                    : scan(officer, day + 1, size, moved, to) && first - until < games.rest) {
                return false;
            }
        }
        return apart(officer, day, size, moved, to) && weeksPossible(officer, day, size, moved, to, oneDay);
    }

    private boolean weeksPossible(int officer, int day, int size, int[] moved, int[] to, boolean oneDay) {
        if (oneDay && !weekMayBreak) {
            return used[officer * days + day] > 0 || weeksOver(worked[officer] | 1L << day, day) == 0;
        }
        int from = Math.max(0, day - 6);
        int until = Math.min(days, day + 7);
        long mask = 0;
        int[] times = new int[until - from];
        for (int other = from; other < until; other++) {
            mask |= scan(officer, other, size, moved, to) ? 1L << other : 0;
            times[other - from] = work;
        }
        for (int begin = 0; begin < times.length; begin++) {
            int time = 0;
            for (int other = begin; other < Math.min(times.length, begin + 7); other++) {
                time += times[other];
            }
            if (time > games.weekWork) {
                return false;
            }
        }
        return weeksOver(mask, day) == 0;
    }

    /** How many of the sevens of days that hold this one have too many. */
    private int weeksOver(long mask, int day) {
        int found = 0;
        for (int begin = Math.max(0, day - 6); begin <= day; begin++) {
            found += Long.bitCount(mask >>> begin & 127) > games.daysInSeven ? 1 : 0;
        }
        return found;
    }

    /** The day as it would be after the change: into `first`, `last`, `work` and `count`; whether there is anything. */
    private boolean scan(int officer, int day, int size, int[] moved, int[] to) {
        first = Integer.MAX_VALUE;
        last = Integer.MIN_VALUE;
        work = 0;
        count = 0;
        int cell = officer * days + day;
        int[] there = held[cell];
        for (int slot = 0; slot < used[cell]; slot++) {
            if (moving[there[slot]] != change) {
                add(there[slot]);
            }
        }
        for (int i = 0; i < size; i++) {
            if (to[i] == officer && dayOf[moved[i]] == day) {
                add(moved[i]);
            }
        }
        return count > 0;
    }

    private void add(int position) {
        first = Math.min(first, startOf[position]);
        last = Math.max(last, endOf[position]);
        work += endOf[position] - startOf[position];
        count++;
    }

    /** Whether all that comes to an officer's day leaves time for the way, to what stays and to what comes as well. */
    private boolean apart(int officer, int day, int size, int[] moved, int[] to) {
        int cell = officer * days + day;
        int[] there = held[cell];
        for (int i = 0; i < size; i++) {
            if (to[i] != officer || dayOf[moved[i]] != day) {
                continue;
            }
            for (int slot = 0; slot < used[cell]; slot++) {
                if (moving[there[slot]] != change && clash(moved[i], there[slot])) {
                    return false;
                }
            }
            for (int j = 0; j < i; j++) {
                if (to[j] == officer && dayOf[moved[j]] == day && clash(moved[i], moved[j])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean clash(int a, int b) {
        boolean before = startOf[a] < startOf[b] || startOf[a] == startOf[b] && endOf[a] <= endOf[b];
        int early = before ? a : b;
        int late = before ? b : a;
        return startOf[late] < endOf[early] + games.travel[placeOf[early]][placeOf[late]];
    }

    /** Broken rules that this officer's day has a part in. */
    private int around(int officer, int day) {
        int cell = officer * days + day;
        if (used[cell] == 0) {
            return 0;
        }
        int found = 0;
        int[] there = held[cell];
        for (int slot = 1; slot < used[cell]; slot++) {
            for (int other = 0; other < slot; other++) {
                found += clash(there[slot], there[other]) ? 1 : 0;
            }
        }
        found += (ends[cell] - begins[cell] > games.spread ? 1 : 0) + (minutes[cell] > games.work ? 1 : 0);
        found += day > 0 && used[cell - 1] > 0 && begins[cell] - ends[cell - 1] < games.rest ? 1 : 0;
        found += day + 1 < days && used[cell + 1] > 0 && begins[cell + 1] - ends[cell] < games.rest ? 1 : 0;
        for (int begin = Math.max(0, day - 6); weekMayBreak && begin <= day; begin++) {
            found += week(officer, begin) > games.weekWork ? 1 : 0;
        }
        return found + weeksOver(worked[officer], day);
    }

    private int week(int officer, int begin) {
        int found = 0;
        for (int day = begin; day < Math.min(days, begin + 7); day++) {
            found += minutes[officer * days + day];
        }
        return found;
    }

    /** 1 where the second place is taken, the first is open, and who has the second could not be the first. */
    private int unled(Position position) {
        if (position.partner < 0) {
            return 0;
        }
        int lead = Math.min(position.number, position.partner);
        int second = officerOf[Math.max(position.number, position.partner)];
        return officerOf[lead] < 0 && second >= 0 && !positions[lead].allows(second) ? 1 : 0;
    }
}
