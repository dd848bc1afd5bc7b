package org.incidentledger.benchmarks;

import java.util.List;
import java.util.Locale;

/** The commands in a second of every contestant as bars, one panel for each database. */
final class Plot {
    private static final int WIDTH = 960;
    private static final int PANEL = 340;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int HEIGHT = 240;
    private static final int LEGEND = 60;
    private static final int TICKS = 5;
    private static final List<String> COLOURS =
            List.of("#1f6feb", "#79b8ff", "#d1570a", "#f2a65e", "#8a63d2", "#57606a", "#2da44e", "#bf8700");

    private final List<Measurement> appends;
    private final List<String> contestants;
    private final StringBuilder svg = new StringBuilder();

    Plot(List<Measurement> measurements) {
        this.appends = measurements.stream()
                .filter(m -> m.workload().equals(Appending.WORKLOAD))
                .toList();
        this.contestants = appends.stream()
                .map(Measurement::contestant)
                .distinct()
                .sorted(Plot::oursFirst)
                .toList();
    }

    String svg() {
        List<String> sites = appends.stream().map(Measurement::site).distinct().toList();
        int height = sites.size() * PANEL + LEGEND;
        add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH,
                height));
        add(String.format(Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height));
        for (int i = 0; i < sites.size(); i++) {
            panel(sites.get(i), i * PANEL + TOP);
        }
        legend(sites.size() * PANEL);
        add("</svg>");
        return svg.toString();
    }

    private static int oursFirst(String one, String other) {
        return Boolean.compare(other.startsWith(Contestant.OURS), one.startsWith(Contestant.OURS)) * 2
                + Integer.signum(one.compareTo(other));
    }

    private void panel(String site, int top) {
        List<Measurement> here =
                appends.stream().filter(m -> m.site().equals(site)).toList();
        double most = here.stream().mapToDouble(Measurement::most).max().orElse(1);
        double scale = HEIGHT / most;
        text(LEFT, top - 14, "start", site + ": durable commands in a second, by number of callers");
        axis(top, most);
        List<Integer> callers =
                here.stream().map(Measurement::callers).distinct().sorted().toList();
        int group = (WIDTH - LEFT - 20) / Math.max(1, callers.size());
        int bar = group * 8 / 10 / Math.max(1, contestants.size());
        for (int g = 0; g < callers.size(); g++) {
            int count = callers.get(g);
            int left = LEFT + g * group + group / 10;
            here.stream()
                    .filter(m -> m.callers() == count)
                    .forEach(m -> bar(m, left + contestants.indexOf(m.contestant()) * bar, top, bar, scale));
            text(left + group * 4 / 10, top + HEIGHT + 18, "middle", count == 1 ? "1 caller" : count + " callers");
        }
    }

    private void axis(int top, double most) {
        for (int tick = 0; tick <= TICKS; tick++) {
            int y = top + HEIGHT - HEIGHT * tick / TICKS;
            add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#d0d7de\"/>",
                    LEFT,
                    y,
                    WIDTH - 20,
                    y));
            text(LEFT - 6, y + 4, "end", String.format(Locale.ROOT, "%,.0f", most * tick / TICKS));
        }
    }

    /** A bar to the median, with a line from the least to the most. */
    private void bar(Measurement m, int left, int top, int width, double scale) {
        double height = m.median() * scale;
        double bottom = (double) top + HEIGHT;
        add(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"><title>%s: %,.0f</title></rect>",
                left,
                bottom - height,
                width - 2,
                height,
                colour(m.contestant()),
                m.contestant(),
                m.median()));
        int middle = left + (width - 2) / 2;
        add(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"black\"/>",
                middle,
                bottom - m.least() * scale,
                middle,
                bottom - m.most() * scale));
    }

    private void legend(int top) {
        int columns = 4;
        for (int i = 0; i < contestants.size(); i++) {
            int x = LEFT + i % columns * ((WIDTH - LEFT) / columns);
            int y = top + 10 + i / columns * 20;
            add(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>",
                    x,
                    y,
                    colour(contestants.get(i))));
            text(x + 18, y + 10, "start", contestants.get(i));
        }
    }

    private String colour(String contestant) {
        return COLOURS.get(contestants.indexOf(contestant) % COLOURS.size());
    }

    private void text(int x, int y, String anchor, String text) {
        add(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>", x, y, anchor, text));
    }

    private void add(String line) {
        svg.append(line).append('\n');
    }
}
