package io.github.tic4j.claims.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The catalogue of alert rules. */
public final class AlertRules {

    private AlertRules() {}

    /**
     * Every rule, by id. The list can be cut down or added to before it is given to an engine.
     *
     * @param context what the rules may ask about; a rule whose lookups are not loaded says nothing
     */
    public static List<AlertRule<?>> standard(AlertContext context) {
        List<AlertRule<?>> rules = new ArrayList<>();
        rules.add(PersonAlerts.duplicates());
        rules.addAll(CodingAlerts.all(context));
        rules.addAll(ClaimAlerts.all(context));
        rules.addAll(ProviderDayAlerts.all(context));
        rules.addAll(PeerAlerts.all(context));
        rules.addAll(VelocityAlerts.all());
        rules.add(PersonAlerts.overlappingStays());
        rules.add(PersonAlerts.refills(context));
        rules.add(PersonAlerts.controlledFills(context));
        rules.sort(Comparator.comparing(AlertRule::id));
        return rules;
    }
}
