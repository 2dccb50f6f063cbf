import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The instance as the product reads it, the roster as the product writes it. */
final class InstanceFile {
    private InstanceFile() {
    }

    @SuppressWarnings("unchecked")
    static Games read(Path path) throws IOException {
        Map<String, Object> file = (Map<String, Object>) Json.read(Files.readString(path));
        Map<String, Object> rules = (Map<String, Object>) file.get("rules");
        Games games = new Games();
        games.days = number(file.get("days"));
        games.travel = ((List<List<Object>>) (Object) file.get("travel")).stream()
                .map(row -> row.stream().mapToInt(InstanceFile::number).toArray()).toArray(int[][]::new);
        games.work = number(rules.get("work"));
        games.spread = number(rules.get("spread"));
        games.rest = number(rules.get("rest"));
        games.daysInSeven = number(rules.get("days_in_7"));
        games.weekWork = number(rules.get("week_work"));
        games.officers = new ArrayList<>();
        for (Map<String, Object> each : (List<Map<String, Object>>) file.get("officers")) {
            TreeSet<Integer> days = new TreeSet<>();
            ((List<Object>) each.get("days")).forEach(day -> days.add(number(day)));
            List<Object> window = (List<Object>) each.get("window");
            games.officers.add(new Officer(games.officers.size(), each.get("id"), (List<Object>) each.get("languages"),
                    days, number(window.get(0)), number(window.get(1)), number(each.get("level"))));
        }
        Map<Object, Integer> delegations = new HashMap<>();
        ((List<Map<String, Object>>) file.get("delegations")).forEach(each -> delegations.put(each.get("id"), delegations.size()));
        games.delegations = delegations.size();
        games.positions = new ArrayList<>();
        Map<String, Position> alike = new HashMap<>();
        for (Map<String, Object> duty : (List<Map<String, Object>>) file.get("duties")) {
            int first = games.positions.size();
            for (int place = 0; place < number(duty.get("officers")); place++) {
                Position position = position(duty, place, delegations);
                position.number = games.positions.size();
                position.partner = number(duty.get("officers")) < 2 ? -1 : place == 0 ? first + 1 : first;
                find(position, games.officers, alike);
                games.positions.add(position);
            }
        }
        games.byDelegation = group(games, games.delegations, position -> position.delegation);
        games.byDay = group(games, games.days, position -> position.day);
        games.byBlock = group(games, games.delegations * games.days, position -> position.delegation * games.days + position.day);
        return games;
    }

    static void write(Games games, Path path) throws IOException {
        StringBuilder text = new StringBuilder("{\"assignments\": [");
        String between = "";
        for (Position position : games.positions) {
            if (position.officer != null) {
                text.append(between).append("{\"duty\": ").append(name(position.duty)).append(", \"officer\": ")
                        .append(name(position.officer.id)).append('}');
                between = ", ";
            }
        }
        Files.writeString(path, text.append("]}\n"));
    }

    private static Position position(Map<String, Object> duty, int place, Map<Object, Integer> delegations) {
        Position position = new Position();
        position.duty = duty.get("id");
        position.delegation = delegations.get(duty.get("delegation"));
        position.day = number(duty.get("day"));
        position.start = number(duty.get("start"));
        position.end = number(duty.get("end"));
        position.place = number(duty.get("place"));
        position.language = (String) duty.get("language");
        position.level = place == 0 ? number(duty.get("level")) : 0;
        position.priority = number(duty.get("priority"));
        return position;
    }

    private static void find(Position position, List<Officer> officers, Map<String, Position> alike) {
        String key = position.language + " " + position.level + " " + position.day + " " + position.start + " " + position.end;
        Position known = alike.putIfAbsent(key, position);
        if (known != null) {
            position.able = known.able;
            position.may = known.may;
            return;
        }
        position.able = new ArrayList<>();
        position.may = new long[officers.size() / 64 + 1];
        for (Officer officer : officers) {
            if (officer.may(position)) {
                position.able.add(officer);
                position.may[officer.number >> 6] |= 1L << (officer.number & 63);
            }
        }
        // Weakest first: who speaks least, knows least and comes on fewest days is tried first where the score is equal.
        position.able.sort(java.util.Comparator.<Officer>comparingInt(officer -> officer.languages.size())
                .thenComparingInt(officer -> officer.level).thenComparingInt(officer -> -officer.days.size()));
    }

    private static int[][] group(Games games, int groups, java.util.function.ToIntFunction<Position> key) {
        List<List<Integer>> found = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            found.add(new ArrayList<>());
        }
        games.positions.forEach(position -> found.get(key.applyAsInt(position)).add(position.number));
        return found.stream().map(each -> each.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    private static int number(Object value) {
        return ((Double) value).intValue();
    }

    private static String name(Object id) {
        return id instanceof Double number ? String.valueOf(number.longValue())
                : '"' + id.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
