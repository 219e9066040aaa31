package io.github.tic4j.payer;

import io.github.tic4j.source.Source;
import io.github.tic4j.source.SourceUnreachableException;
import io.github.tic4j.source.Sources;
import io.github.tic4j.spi.SourceProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder in place of web servers: a URL's last part names the file, or a parameter of its query does. Names in {@code
 * .gz} and {@code .zip} are packed on the way.
 *
 * @param folder the folder
 */
record ServedFolder(Path folder) implements SourceProvider {

    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)(fileName|iDisplayStart)=([^&]*)");

    @Override
    public String name() {
        return "served folder";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("http", "https");
    }

    @Override
    public Source source(URI uri) {
        String location = uri.getScheme() + "://" + uri.getHost() + uri.getPath();
        return Sources.of(location, () -> new ByteArrayInputStream(bytes(fileName(uri), location)));
    }

    private static String fileName(URI uri) {
        String path = uri.getPath().replaceAll("/$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher parameter = PARAMETER.matcher(uri.getQuery() == null ? "" : uri.getQuery());
        if (!parameter.find()) {
            return name;
        }
        return parameter.group(1).equals("fileName") ? parameter.group(2) : name + "-" + parameter.group(2);
    }

    private byte[] bytes(String name, String location) throws IOException {
        Path plain = folder.resolve(name.replaceAll("\\.(?:gz|zip)$", ""));
        if (name.isEmpty() || !Files.isRegularFile(plain)) {
            throw new SourceUnreachableException("No such file on the server (404)", location, null);
        }
        byte[] content = Files.readAllBytes(plain);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        if (name.endsWith(".gz")) {
            try (OutputStream out = new GZIPOutputStream(packed)) {
                out.write(content);
            }
        } else if (name.endsWith(".zip")) {
            try (ZipOutputStream out = new ZipOutputStream(packed)) {
                out.putNextEntry(new ZipEntry("inside.json"));
                out.write(content);
            }
        } else {
            return content;
        }
        return packed.toByteArray();
    }
}
