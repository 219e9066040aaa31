package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.table.SnapshotArchive;
import io.github.tic4j.collaboratemd.table.ZipArchive;
import java.util.regex.Pattern;

/**
 * Downloads the nightly snapshot of all tables. Only the latest exists; it is made in the morning, US Eastern time, so an
 * early call gives yesterday's. A snapshot does not take the run slot. One that is not set up is a
 * {@link RequestRejectedException} with HTTP status 404.
 */
public final class Snapshots {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{1,18}");

    private final Api api;

    Snapshots(Api api) {
        this.api = api;
    }

    /** The snapshot of one customer. */
    public ApiCall<SnapshotArchive> ofCustomer(CustomerNumber customer) {
        return download("/v2/customer/" + customer + "/snapshot");
    }

    /**
     * The snapshot of a billing company.
     *
     * @param account its account number, which is no customer number
     */
    public ApiCall<SnapshotArchive> ofAccount(String account) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("an account is a number");
        }
        return download("/v2/account/" + account + "/snapshot");
    }

    private ApiCall<SnapshotArchive> download(String path) {
        return api.download(Request.get("snapshots.download", path), response -> {
            if (!Api.isZip(response)) {
                throw AttemptFailure.unreadable("the answer is no archive");
            }
            return SnapshotArchive.of(
                    ZipArchive.of(response.body(), api.options().archiveLimits()));
        });
    }
}
