package io.github.tic4j.payer;

import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.Source;
import io.github.tic4j.spi.PayerHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Humana publishes millions of small CSV files, and in place of an index a list in pages that names them without saying
 * where they are: {@code .../Resource/GetData?fileType=innetwork}.
 */
final class HumanaHandler implements PayerHandler {

    private static final String START = "iDisplayStart";
    private static final String LENGTH = "iDisplayLength";
    private static final int PAGE = 2_000;

    @Override
    public String name() {
        return "humana";
    }

    @Override
    public Set<String> payers() {
        return Set.of("humana");
    }

    @Override
    public FileListing list(PayerIndex index) throws IOException {
        URI list = index.url().uri();
        if (list.getPath() == null || !list.getPath().endsWith("/GetData")) {
            return index.files();
        }
        List<String> parameters = parameters(list);
        String type = parameters.stream()
                .filter(parameter -> parameter.startsWith("fileType="))
                .findFirst()
                .orElse("fileType=innetwork");
        String download = list.resolve("DownloadPCTFile?" + type + "&fileName=").toString();
        return index.adapting(link -> Optional.of(located(link, download)))
                .pages(before -> Optional.of(page(list, parameters, before)));
    }

    @Override
    public WebRequest request(WebRequest published) {
        return BuiltInHandlers.askAsBrowser(published);
    }

    @Override
    public Source content(ListedFile file, Source published) {
        return new CsvPriceSource(published);
    }

    private static FileLink located(FileLink link, String download) {
        String name = link.description();
        return link.location() != null || name == null
                ? link
                : link.withLocation(download + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private static FileUrl page(URI list, List<String> parameters, long linksBefore) {
        boolean sized = parameters.stream().anyMatch(parameter -> parameter.startsWith(LENGTH + "="));
        String query = Stream.of(
                        parameters.stream().filter(parameter -> !parameter.startsWith(START + "=")),
                        Stream.of(LENGTH + "=" + PAGE).filter(length -> !sized),
                        Stream.of(START + "=" + linksBefore))
                .flatMap(part -> part)
                .collect(Collectors.joining("&", "?", ""));
        return FileUrl.of(list.resolve(list.getRawPath() + query));
    }

    private static List<String> parameters(URI uri) {
        return uri.getRawQuery() == null
                ? List.of()
                : Arrays.asList(uri.getRawQuery().split("&"));
    }
}
