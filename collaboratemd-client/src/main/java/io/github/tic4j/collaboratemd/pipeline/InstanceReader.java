package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.CollaborateMdClient;
import io.github.tic4j.collaboratemd.Credentials;
import io.github.tic4j.collaboratemd.CustomerNumber;
import io.github.tic4j.collaboratemd.SavedReport;
import io.github.tic4j.collaboratemd.table.LoadMode;
import io.github.tic4j.collaboratemd.table.ReportType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the instances of a configuration, in either of their two forms. */
final class InstanceReader {

    private static final String ONLY_INSTANCE = "default";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final Pattern REPORT_AND_FILTER = Pattern.compile("(\\d+)\\s*/\\s*(\\d+)");
    private static final SavedReport NONE = new SavedReport("0", "0");

    private final List<String> problems;
    private final boolean isIncremental;

    InstanceReader(List<String> problems, boolean isIncremental) {
        this.problems = problems;
        this.isIncremental = isIncremental;
    }

    /** The form with one instance: its credentials, its accounts and, by name, its reports. */
    InstanceConfig single(Section api, Section customers, Section reports) {
        Set<String> names = new TreeSet<>(reports.keys());
        ReportType.builtIn().forEach(type -> names.add(type.name()));
        List<ReportConfig> configs = new ArrayList<>();
        for (String name : names) {
            reports.text(name).ifPresent(text -> {
                SavedReport report = Optional.of(REPORT_AND_FILTER.matcher(text))
                        .filter(matcher -> matcher.matches())
                        .map(matcher -> new SavedReport(matcher.group(1), matcher.group(2)))
                        .orElse(NONE);
                if (report.equals(NONE)) {
                    reports.problem(name, "must be the numbers of report and filter, as 10000001/10000002");
                }
                configs.add(new ReportConfig(type(name), report, Map.of()));
            });
        }
        if (configs.isEmpty()) {
            problems.add("REPORTS is missing: name each report with the numbers of report and filter");
        }
        InstanceConfig instance = instance(ONLY_INSTANCE, api, "report_api_base_url", customers, configs);
        List.of(api, customers).forEach(Section::rejectOthers);
        return instance;
    }

    /** One of several instances. */
    InstanceConfig named(String key, Section section) {
        if (!KEY.matcher(key).matches()) {
            problems.add("INSTANCES has a key that is not made of letters, digits, dots, hyphens and underscores");
        }
        List<ReportConfig> reports = new ArrayList<>();
        List<?> list = section.list("report_configs");
        for (int i = 0; i < list.size(); i++) {
            reports.add(report(section, "report_configs[" + i + "]", list.get(i)));
        }
        if (list.isEmpty()) {
            section.problem("report_configs", "names no report");
        }
        Set<String> names = new HashSet<>();
        reports.stream()
                .filter(report -> !names.add(report.type().name()))
                .forEach(report -> section.problem("report_configs", "names a report twice"));
        InstanceConfig instance = instance(key, section, "api_base_url", section, reports);
        section.rejectOthers();
        return instance;
    }

    private InstanceConfig instance(
            String key, Section api, String urlKey, Section accounts, List<ReportConfig> reports) {
        String user = api.required("username");
        String password = api.required("password");
        Credentials credentials = new Credentials("unknown", "");
        try {
            credentials = user.isEmpty() ? credentials : new Credentials(user, password);
        } catch (IllegalArgumentException e) {
            api.problem("username", "must not contain a colon");
        }
        Credentials checked = credentials;
        String url = api.required(urlKey);
        String baseUrl = api.read(urlKey, url, "an https:// address", text -> {
            CollaborateMdClient.builder(checked).baseUrl(text);
            return text;
        });
        return new InstanceConfig(key, baseUrl, credentials, accounts(accounts), reports);
    }

    private List<Account> accounts(Section section) {
        List<?> list = section.list("accounts");
        List<Account> accounts = new ArrayList<>();
        Set<CustomerNumber> numbers = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String key = "accounts[" + i + "]";
            Map<?, ?> members = list.get(i) instanceof Map<?, ?> map ? map : Map.of("id", list.get(i));
            try {
                CustomerNumber number = new CustomerNumber(text(members, "id"));
                accounts.add(new Account(number, text(members, "name")));
                if (!numbers.add(number)) {
                    section.problem(key, "is there twice");
                }
            } catch (IllegalArgumentException e) {
                section.problem(key, "is not an eight-digit customer number");
            }
        }
        if (list.isEmpty()) {
            section.problem("accounts", "names no account");
        }
        return accounts;
    }

    private ReportConfig report(Section section, String key, Object value) {
        Map<?, ?> members = value instanceof Map<?, ?> map ? map : Map.of();
        String name = text(members, "name");
        if (name.isBlank()) {
            section.problem(key, "has no name");
        }
        SavedReport report = NONE;
        try {
            report = new SavedReport(text(members, "report_id"), text(members, "filter_id"));
        } catch (IllegalArgumentException e) {
            section.problem(key, "needs report_id and filter_id, both numbers");
        }
        ReportType type = type(name);
        String mode = text(members, "mode");
        try {
            type = mode.isEmpty() ? type : type.withMode(LoadMode.valueOf(mode.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            section.problem(key, "has a mode that is neither snapshot nor append");
        }
        return new ReportConfig(type, report, filters(section, key, members.get("account_filters")));
    }

    private static Map<CustomerNumber, String> filters(Section section, String key, @Nullable Object value) {
        Map<CustomerNumber, String> filters = new HashMap<>();
        List<?> list = value instanceof List<?> elements ? elements : List.of();
        for (Object element : list) {
            Map<?, ?> members = element instanceof Map<?, ?> map ? map : Map.of();
            try {
                SavedReport filter = new SavedReport("0", text(members, "filter_id"));
                filters.put(new CustomerNumber(text(members, "account")), filter.filterId());
            } catch (IllegalArgumentException e) {
                section.problem(key, "has an account_filters entry without a customer number and a filter_id");
            }
        }
        return filters;
    }

    private ReportType type(String name) {
        ReportType type = ReportType.named(name);
        return isIncremental ? type : type.withMode(LoadMode.SNAPSHOT);
    }

    private static String text(Map<?, ?> members, String key) {
        return members.get(key) instanceof String text ? text.strip() : "";
    }
}
