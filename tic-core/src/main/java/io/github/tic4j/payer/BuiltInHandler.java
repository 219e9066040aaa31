package io.github.tic4j.payer;

import io.github.tic4j.source.Source;
import io.github.tic4j.spi.PayerHandler;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A handler made of data.
 *
 * @param name its name
 * @param payers whom it is for
 * @param quirks what is odd about their files
 * @param adaptation how their servers want to be asked
 * @param reading how their files become CMS's JSON
 */
record BuiltInHandler(
        String name,
        Set<String> payers,
        Quirks quirks,
        UnaryOperator<WebRequest> adaptation,
        UnaryOperator<Source> reading)
        implements PayerHandler {

    /** A handler for payers that the default is right for, whose name is also that of the first payer. */
    static BuiltInHandler of(String name, String... otherPayers) {
        Set<String> payers = new HashSet<>(Set.of(otherPayers));
        payers.add(name);
        return new BuiltInHandler(
                name, Set.copyOf(payers), Quirks.none(), UnaryOperator.identity(), UnaryOperator.identity());
    }

    BuiltInHandler with(Quirks.Builder oddities) {
        return new BuiltInHandler(name, payers, oddities.build(), adaptation, reading);
    }

    BuiltInHandler asking(UnaryOperator<WebRequest> how) {
        return new BuiltInHandler(name, payers, quirks, how, reading);
    }

    BuiltInHandler reading(UnaryOperator<Source> how) {
        return new BuiltInHandler(name, payers, quirks, adaptation, how);
    }

    @Override
    public WebRequest request(WebRequest published) {
        return adaptation.apply(published);
    }

    @Override
    public Source content(ListedFile file, Source published) {
        return reading.apply(published);
    }
}
