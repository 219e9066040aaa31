package io.github.tic4j.payer;

import io.github.tic4j.source.RetryPolicy;
import io.github.tic4j.spi.PayerHandler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The handlers that come with the library. Those without a further word stand for payers that the default is right for. */
final class BuiltInHandlers {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64)";

    /** For hosts that turn many clients away in the first days of a month. */
    private static final RetryPolicy PATIENT =
            new RetryPolicy(12, Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(1));

    static final List<PayerHandler> ALL = List.of(
            BuiltInHandler.of("aetna", "aetna_florida", "aetna_health_inc", "aetna_asa"),
            // Data of a third-party administrator: a price of -0.01 stands for none.
            BuiltInHandler.of("ameriben").with(Quirks.builder().placeholderPrice("-0.01")),
            BuiltInHandler.of("anthem", "elevance", "anthem_bcbs")
                    .asking(request -> request.with(options -> options.retries(PATIENT))),
            BuiltInHandler.of("bcbs_fl", "florida_blue"),
            // Plans of HCSC spell some keys of prices in a way of their own.
            BuiltInHandler.of(
                            "bcbs_il",
                            "bcbsil",
                            "blue_cross_blue_shield_illinois",
                            "hcsc",
                            "bcbs_tx",
                            "bcbs_nm",
                            "bcbs_ok",
                            "bcbs_mt")
                    .with(Quirks.builder()
                            .keyAlias("place_of_service", "service_code")
                            .keyAlias("modifiers", "billing_code_modifier")),
            BuiltInHandler.of("bcbs_ks"),
            BuiltInHandler.of("bcbs_la").reading(CsvPriceSource::new),
            BuiltInHandler.of("bcbs_mi", "bcbsm"),
            BuiltInHandler.of(
                    "centene",
                    "centene_ambetter",
                    "ambetter",
                    "centene_fidelis",
                    "fidelis",
                    "centene_healthnet",
                    "healthnet",
                    "wellcare",
                    "wellcarenc"),
            BuiltInHandler.of("cigna", "cigna_healthcare").asking(BuiltInHandlers::askCigna),
            BuiltInHandler.of("highmark", "highmark_bcbs", "hmhs"),
            // The region that a price is for stands under a key that no schema has.
            BuiltInHandler.of("horizon", "horizon_bcbs", "horizon_healthcare")
                    .with(Quirks.builder().keyAlias("geographic_region", "additional_information")),
            new HumanaHandler(),
            BuiltInHandler.of("kaiser", "kaiser_permanente"),
            BuiltInHandler.of("united", "unitedhealthcare", "uhc", "umr", "optum")
                    .asking(BuiltInHandlers::askUnited));

    private BuiltInHandlers() {}

    /** Looks like a browser to hosts that answer browsers only. */
    static WebRequest askAsBrowser(WebRequest request) {
        return request.with(options -> options.userAgent(BROWSER));
    }

    /** Cigna's own host wants to be asked from its site; its signatures on the links of other hosts make these refuse. */
    private static WebRequest askCigna(WebRequest request) {
        URI uri = request.uri();
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        if (host.endsWith(".cloudfront.net") || host.endsWith(".cigna.com")) {
            return askAsBrowser(request)
                    .with(options -> options.header("Origin", "https://www.cigna.com")
                            .header("Referer", "https://www.cigna.com/"));
        }
        return query.contains("Key-Pair-Id=")
                ? request.withUri(URI.create(uri.toString().replaceAll("[?#].*", "")))
                : request;
    }

    /** The page that UnitedHealthcare tells people about is made of a list of blobs behind it. */
    private static WebRequest askUnited(WebRequest request) {
        URI uri = request.uri();
        boolean page = "transparency-in-coverage.uhc.com".equalsIgnoreCase(uri.getHost())
                && (uri.getPath() == null || uri.getPath().length() <= 1);
        return page ? request.withUri(uri.resolve("/api/v1/uhc/blobs/")) : request;
    }
}
