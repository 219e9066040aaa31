package io.github.tic4j.s3;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Writes and reads one object in a JVM of its own, with little memory, until it is done or killed. */
final class ChildProcess implements Closeable {

    private static final int BLOCK = 1 << 20;

    private final Process process;
    private final BufferedReader out;

    private ChildProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts to write that many blocks; it says so after each, and what it read back at the end. */
    static ChildProcess start(S3Location object, int blocks, String... jvm) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(List.of(jvm));
        command.addAll(List.of(
                "-cp",
                classPath(),
                ChildProcess.class.getName(),
                S3Server.endpoint().toString(),
                object.toString(),
                Integer.toString(blocks)));
        return new ChildProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The next line that it prints, or {@code null} when it has ended. */
    String line() throws IOException {
        return out.readLine();
    }

    /** Ends it as the operating system does: at once and without any clean-up. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String classPath() {
        return ChildProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    public static void main(String[] args) throws IOException {
        S3Location object = S3Location.parse(args[1]);
        S3WriteOptions options = S3WriteOptions.defaults();
        CRC32C written = new CRC32C();
        try (S3Store store = S3Store.connect(S3Options.builder()
                .endpoint(URI.create(args[0]))
                .region("us-east-1")
                .credentials(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
                .build())) {
            try (S3Upload upload = store.upload(object, options)) {
                Random random = new Random(1);
                byte[] block = new byte[BLOCK];
                for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                    random.nextBytes(block);
                    written.update(block);
                    upload.body().write(block);
                    System.out.println("written");
                }
                upload.complete();
            }
            CRC32C read = new CRC32C();
            try (InputStream in = store.source(object).open()) {
                byte[] block = new byte[BLOCK];
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    read.update(block, 0, n);
                }
            }
            System.out.println(read.getValue() == written.getValue() ? "read back" : "read something else");
        }
    }
}
