package io.github.tic4j.nppes.snapshot;

/** The CSV members of a bulk zip. The order is part of the snapshot format. */
enum Table {
    PROVIDER("npidata_pfile"),
    OTHER_NAME("othername_pfile"),
    LOCATION("pl_pfile"),
    ENDPOINT("endpoint_pfile");

    private final String prefix;

    Table(String prefix) {
        this.prefix = prefix;
    }

    /** What the member's name starts with. */
    String prefix() {
        return prefix;
    }
}
