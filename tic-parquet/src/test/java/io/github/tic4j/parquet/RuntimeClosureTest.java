package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets on his class path with tic-parquet: nothing of Hadoop, and no more than the README says. */
class RuntimeClosureTest {

    private static final Pattern STATED = Pattern.compile("`tic-parquet` brings (\\d+) jars, ([\\d.]+) MB: ([^.]*)\\.");

    @TempDir
    Path folder;

    @Test
    void runTimeClassPathIsWhatTheReadmeLists() throws IOException {
        List<Path> jars = runtimeJars();
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        String readme = Files.readString(Path.of("../README.md")).replace('\n', ' ');

        Matcher stated = STATED.matcher(readme);
        assertThat(stated.find())
                .as("README says what tic-parquet brings along")
                .isTrue();
        assertThat(jars)
                .extracting(RuntimeClosureTest::artifactOf)
                .containsExactly(stated.group(3).split(", "));
        assertThat(jars).hasSize(Integer.parseInt(stated.group(1)));
        assertThat(bytes / 1e6).isLessThanOrEqualTo(Double.parseDouble(stated.group(2)));
    }

    @Test
    void writingNeedsNoHadoop() throws Exception {
        runWithoutHadoop(WithoutHadoop.class.getMethod("write", Path.class), folder);

        assertThat(ParquetInfo.of(folder.resolve("rows.parquet")).rows()).isEqualTo(10);
        assertThat(ParquetInfo.of(folder.resolve("columns.parquet")).rows()).isEqualTo(10);
    }

    @Test
    void readingWithoutHadoopSaysWhatIsMissing() throws Exception {
        WithoutHadoop.write(folder);

        assertThatThrownBy(() -> runWithoutHadoop(WithoutHadoop.class.getMethod("read", Path.class), folder))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Reading Parquet needs org.apache.hadoop:hadoop-client-api on the class path;");
    }

    private static void runWithoutHadoop(Method method, Path argument) throws Exception {
        Class<?> isolated =
                new LoaderWithoutHadoop().loadClass(method.getDeclaringClass().getName());
        isolated.getMethod(method.getName(), Path.class).invoke(null, argument);
    }

    private static List<Path> runtimeJars() throws IOException {
        Path list = Path.of("target/runtime-classpath.txt");
        assumeThat(list).as("the list that Maven's build writes").exists();
        return Arrays.stream(Files.readString(list).strip().split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> !jar.toString().contains("tic-core"))
                .sorted(Comparator.comparing(RuntimeClosureTest::artifactOf))
                .toList();
    }

    private static String artifactOf(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*", "");
    }

    /** Defines every class anew, and none of Hadoop's. */
    private static final class LoaderWithoutHadoop extends ClassLoader {

        LoaderWithoutHadoop() {
            super(RuntimeClosureTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.hadoop.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            boolean isOfTheJdk =
                    ClassLoader.getPlatformClassLoader().getResource(name.replace('.', '/') + ".class") != null;
            if (isOfTheJdk) {
                return super.loadClass(name, resolve);
            }
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
