package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.table.ZipArchive;
import java.time.LocalDate;
import java.util.Optional;

/** Downloads remittance advices. The credentials need the vendor's payment role. */
public final class Payments {

    private final Api api;

    Payments(Api api) {
        this.api = api;
    }

    /**
     * The 835 files that CollaborateMD received on a day (not those paid that day), as EDI files in an archive; empty if
     * there were none. A later call may show fewer: deleted files vanish.
     */
    public ApiCall<Optional<ZipArchive>> download835(CustomerNumber customer, LocalDate received) {
        Request request = Request.get("payments.download835", Request.customerPath(customer) + "payment/download-835")
                .with("date", received.toString());
        return api.download(request, response -> {
            if (Api.isZip(response)) {
                return Optional.of(ZipArchive.of(response.body(), api.options().archiveLimits()));
            }
            if (Api.startsWith(response, "No 835 ERA files")) {
                return Optional.empty();
            }
            throw AttemptFailure.unreadable("the answer is neither an archive nor the word that there is none");
        });
    }
}
