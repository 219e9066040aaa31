package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.DrugPrice;
import io.github.tic4j.mrf.DrugPrice.Pharmacies;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.NpiList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code drugs}, one drug a step. A drug's prices wait until the drug has ended. */
final class DrugsSection implements Section {

    private final Scan scan;
    private final ByteScanner scanner;
    private final ByteScanner replay;
    private final Elements drugs;
    private @Nullable String name;
    private @Nullable String type;
    private @Nullable String ndc;

    /** Starts before the array. */
    DrugsSection(Scan scan, ByteScanner scanner) throws IOException {
        this.scan = scan;
        this.scanner = scanner;
        this.replay = scan.replayScanner();
        scan.context.enter("drugs");
        this.drugs = Elements.open(scan, scanner);
    }

    @Override
    public boolean step() throws IOException {
        if (!drugs.next()) {
            scan.context.leave();
            return false;
        }
        scan.context.at(drugs.index());
        if (scanner.peekInside() == '{') {
            readDrug();
        } else {
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, scanner.offset(), null);
            scanner.skip();
        }
        return true;
    }

    private void readDrug() throws IOException {
        name = null;
        type = null;
        ndc = null;
        Deferred prices = new Deferred(scan, replay);
        scanner.pos++;
        for (boolean firstKey = true; scanner.more('}', firstKey); firstKey = false) {
            Key key = scanner.key(scan.keys);
            switch (key.field) {
                case DRUG_NAME -> name = scan.values.text(scanner);
                case DRUG_TYPE -> type = scan.values.text(scanner);
                case NDC -> ndc = scan.values.text(scanner);
                case PRICES -> prices.capture(scanner, "prices");
                default -> scan.unknown(scanner, key);
            }
        }
        prices.replay(this::readPrice);
    }

    private void readPrice(ByteScanner in) throws IOException {
        long at = in.offset();
        @Nullable BigDecimal[] amounts = new BigDecimal[5];
        String period = null;
        String tin = null;
        String serviceCode = null;
        NpiList npis = NpiList.EMPTY;
        List<Pharmacies> pharmacies = new ArrayList<>();
        in.pos++;
        for (boolean firstKey = true; in.more('}', firstKey); firstKey = false) {
            Key key = in.key(scan.keys);
            switch (key.field) {
                case HISTORICAL_NET_PRICE -> amounts[0] = scan.amount(in);
                case NEGOTIATED_RATE -> amounts[1] = scan.amount(in);
                case ADMINISTRATIVE_FEE -> amounts[2] = scan.amount(in);
                case DISPENSING_FEE -> amounts[3] = scan.amount(in);
                case TRANSACTION_FEE -> amounts[4] = scan.amount(in);
                case HISTORICAL_NET_REPORTING_PERIOD -> period = scan.values.text(in);
                case TIN -> tin = scan.values.text(in);
                case SERVICE_CODE -> serviceCode = scan.values.text(in);
                case NPI -> npis = scan.values.npis(in, scan.plan.limits().maxGroupNpis());
                case PHARMACIES -> readPharmacies(in, pharmacies);
                default -> scan.unknown(in, key);
            }
        }
        scan.ledger.pricesSeen++;
        scan.events.drugPrice(new DrugPrice(
                name,
                type,
                ndc,
                amounts[0],
                period,
                amounts[1],
                amounts[2],
                amounts[3],
                amounts[4],
                tin,
                serviceCode,
                npis,
                pharmacies,
                at));
        scan.ledger.pricesDelivered++;
    }

    private void readPharmacies(ByteScanner in, List<Pharmacies> into) throws IOException {
        if (in.peekInside() != '[') {
            scan.groups.noArray(in);
            return;
        }
        in.pos++;
        for (boolean firstOne = true; in.more(']', firstOne); firstOne = false) {
            if (in.peekInside() != '{') {
                scan.context.lenient(Leniency.VALUE_FOR_OBJECT, in.offset(), null);
                in.skip();
                continue;
            }
            String idType = null;
            List<String> ids = List.of();
            in.pos++;
            for (boolean firstKey = true; in.more('}', firstKey); firstKey = false) {
                Key key = in.key(scan.keys);
                switch (key.field) {
                    case PHARMACY_ID_TYPE -> idType = scan.values.text(in);
                    case PHARMACY_IDS -> ids = scan.values.numbersAsTexts(in);
                    default -> scan.unknown(in, key);
                }
            }
            if (into.size() == scan.plan.limits().maxListItems()) {
                throw scan.context.limit("maxListItems", into.size(), in.offset());
            }
            into.add(new Pharmacies(idType, ids));
        }
    }
}
