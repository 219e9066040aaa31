package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimLineBuilder;
import io.github.tic4j.claims.x12.Fields.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes lines of the service loops (2400) of one claim. */
final class LineReader {

    private static final int FIRST_MODIFIER = 3;
    private static final int LAST_MODIFIER = 6;

    private final Guide guide;
    private final X12Segment clm;
    private final Fields fields;
    private int count;

    LineReader(Guide guide, X12Segment clm, Fields fields) {
        this.guide = guide;
        this.clm = clm;
        this.fields = fields;
    }

    /** Adds a line to the claim, and answers its days. */
    Period read(Loop loop, ClaimBuilder claim) {
        String path = "lines[" + count + "].";
        count++;
        Period period = fields.period(loop.first("DTP", "472"), 2, path + "period");
        ClaimLineBuilder line = ClaimLine.builder(count)
                .controlNumber(ClaimReader.second(loop.first("REF", "6R")))
                .period(period.start(), period.end());
        switch (guide) {
            case INSTITUTIONAL -> institutional(loop.first("SV2"), line, path);
            case DENTAL -> dental(loop, line, path);
            default -> professional(loop.first("SV1"), line, path);
        }
        for (Loop participant : loop.loops("2420")) {
            X12Segment rendering = participant.first("NM1", "82");
            if (rendering != null) {
                line.renderingNpi(Biller.npi(rendering));
            }
        }
        claim.line(line.build());
        return period;
    }

    private void professional(@Nullable X12Segment service, ClaimLineBuilder line, String path) {
        if (service != null) {
            procedure(service, 1, line);
            line.charge(fields.amount(service, 2, path + "charge"));
            units(service, 3, line, path);
            line.placeOfService(service.element(5) == null ? placeOfClaim() : service.element(5));
            pointers(service, 7, line, path);
        }
    }

    private void institutional(@Nullable X12Segment service, ClaimLineBuilder line, String path) {
        if (service != null) {
            line.revenueCode(service.element(1));
            procedure(service, 2, line);
            line.charge(fields.amount(service, 3, path + "charge"));
            units(service, 4, line, path);
        }
    }

    private void dental(Loop loop, ClaimLineBuilder line, String path) {
        X12Segment service = loop.first("SV3");
        if (service != null) {
            procedure(service, 1, line);
            line.charge(fields.amount(service, 2, path + "charge"));
            line.placeOfService(service.element(3) == null ? placeOfClaim() : service.element(3));
            line.units(fields.amount(service, 6, path + "units"));
            pointers(service, 11, line, path);
        }
        X12Segment tooth = loop.first("TOO", "JP");
        line.tooth(ClaimReader.second(tooth));
    }

    private @Nullable String placeOfClaim() {
        return "B".equals(clm.component(5, 2)) ? clm.component(5, 1) : null;
    }

    private static void procedure(X12Segment service, int index, ClaimLineBuilder line) {
        line.hcpcs(service.component(index, 2));
        for (int i = FIRST_MODIFIER; i <= LAST_MODIFIER; i++) {
            line.modifier(service.component(index, i));
        }
    }

    private void units(X12Segment service, int index, ClaimLineBuilder line, String path) {
        BigDecimal units = fields.amount(service, index + 1, path + "units");
        line.unitType(service.element(index)).units(units);
    }

    private void pointers(X12Segment service, int index, ClaimLineBuilder line, String path) {
        List<Integer> pointers = new ArrayList<>();
        for (int i = 1; i <= service.components(index); i++) {
            String pointer = service.component(index, i);
            if (pointer != null && pointer.matches("[1-9][0-9]?")) {
                pointers.add(Integer.valueOf(pointer));
            } else if (pointer != null) {
                fields.refuse(service, index, path + "diagnosisPointers", pointer, "not the number of a diagnosis");
            }
        }
        line.diagnosisPointers(pointers.toArray(Integer[]::new));
    }
}
