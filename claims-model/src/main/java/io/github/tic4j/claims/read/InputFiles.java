package io.github.tic4j.claims.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files behind a path: the file itself, those of a folder, or the entries of a zip archive; {@code .gz} is unpacked.
 * For readers of a layout of one's own.
 */
public final class InputFiles {

    private static final int MAX_DEPTH = 4;

    private InputFiles() {}

    /**
     * A file that can be opened any number of times.
     *
     * @param name its name below the path
     * @param opener opens it as it is stored
     */
    public record InputFile(String name, Opener opener) {

        /** Opens the file, unpacked if it is gzipped; the caller closes it. */
        public InputStream open() throws IOException {
            InputStream in = opener.open();
            return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in) : in;
        }
    }

    /** Opens one file. */
    @FunctionalInterface
    public interface Opener {

        /** Opens the file; the caller closes it. */
        InputStream open() throws IOException;
    }

    /**
     * The files in the order of their names, hidden ones left out.
     *
     * @throws NoSuchFileException if there is nothing at the path
     */
    public static List<InputFile> of(Path input) throws IOException {
        if (Files.isDirectory(input)) {
            return folder(input);
        }
        if (!Files.isRegularFile(input)) {
            throw new NoSuchFileException(input.toString());
        }
        String name = String.valueOf(input.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".zip")
                ? archive(input)
                : List.of(new InputFile(name, () -> Files.newInputStream(input)));
    }

    private static List<InputFile> folder(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder, MAX_DEPTH)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> new InputFile(
                            folder.relativize(path).toString().replace('\\', '/'), () -> Files.newInputStream(path)))
                    .filter(file -> !isHidden(file.name()))
                    .sorted(Comparator.comparing(InputFile::name))
                    .toList();
        }
    }

    private static List<InputFile> archive(Path archive) throws IOException {
        List<InputFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory() && !isHidden(entry.getName()))
                    .map(ZipEntry::getName)
                    .sorted()
                    .forEach(name -> files.add(new InputFile(name, () -> entry(archive, name))));
        }
        return files;
    }

    private static InputStream entry(Path archive, String name) throws IOException {
        ZipFile zip = new ZipFile(archive.toFile());
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            zip.close();
            throw new NoSuchFileException(archive + "!" + name);
        }
        return new FilterInputStream(zip.getInputStream(entry)) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX/");
    }
}
