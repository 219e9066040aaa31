package io.github.tic4j.payer;

import io.github.tic4j.source.Source;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.source.SourceUnreachableException;
import io.github.tic4j.source.Sources;
import io.github.tic4j.spi.SourceProvider;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texts at https URLs, with no server. */
final class ServedTexts implements SourceProvider {

    private final Map<String, byte[]> texts = new HashMap<>();
    final List<String> opened = new ArrayList<>();

    ServedTexts with(String url, String text) {
        return with(url, text.getBytes(StandardCharsets.UTF_8));
    }

    ServedTexts with(String url, byte[] bytes) {
        texts.put(url, bytes);
        return this;
    }

    SourceResolver resolver() {
        return SourceResolver.builder().register(this).build();
    }

    @Override
    public String name() {
        return "served texts";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("https");
    }

    @Override
    public Source source(URI uri) {
        return Sources.of(uri.toString().replaceAll("[?].*", ""), () -> {
            opened.add(uri.toString());
            byte[] bytes = texts.get(uri.toString());
            if (bytes == null) {
                throw new SourceUnreachableException("No such file on the server (404)", uri.getPath(), null);
            }
            return new ByteArrayInputStream(bytes);
        });
    }
}
