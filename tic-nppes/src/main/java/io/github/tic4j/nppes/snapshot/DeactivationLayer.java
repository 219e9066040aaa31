package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Makes a layer of a deactivation report. It holds only what the report adds to the layers below: an NPI that they do not
 * know or show as active. One that was reactivated on or after the report's date stays as it is.
 */
final class DeactivationLayer {

    private DeactivationLayer() {}

    static Manifest.Layer build(BulkZip zip, Manifest.Input input, Path directory, NppesSnapshot below)
            throws IOException {
        DeactivationReport report = zip.deactivations();
        try (LayerWriter writer = new LayerWriter(directory)) {
            FieldBuffer nothing = new FieldBuffer();
            HotRow hot = new HotRow();
            for (DeactivationReport.Entry entry : report.entries()) {
                if (adds(entry, below)) {
                    hot.clear();
                    hot.date(Field.DEACTIVATED, entry.deactivated().toEpochDay());
                    writer.addProvider(entry.npi().value(), hot, nothing);
                }
            }
            writer.count("rows.DEACTIVATION", report.entries().size());
            writer.count("rejected.DEACTIVATION", report.unreadable());
            List<Manifest.File> files = writer.finish();
            return new Manifest.Layer(directory.getFileName().toString(), input, writer.counts(), files);
        }
    }

    private static boolean adds(DeactivationReport.Entry entry, NppesSnapshot below) {
        Provider known = below.find(entry.npi()).orElse(null);
        if (known == null) {
            return true;
        }
        if (known.status() == ProviderStatus.DEACTIVATED) {
            return false;
        }
        Lifecycle lifecycle = known.lifecycle();
        LocalDate reactivated = lifecycle.reactivated();
        return reactivated == null || reactivated.isBefore(entry.deactivated());
    }
}
