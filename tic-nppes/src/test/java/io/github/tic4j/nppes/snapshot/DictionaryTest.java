package io.github.tic4j.nppes.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryTest {

    @Property(tries = 300)
    void numbersWordsInTheOrderOfTheirFirstAppearance(
            @ForAll List<@StringLength(min = 1, max = 20) @CharRange(from = 'a', to = 'b') String> words) {
        Dictionary dictionary = new Dictionary(1000);
        List<String> distinct = new ArrayList<>(new LinkedHashSet<>(words));

        words.forEach(word -> number(dictionary, word));
        for (String word : words) {
            assertThat(number(dictionary, word)).isEqualTo(distinct.indexOf(word) + 1);
        }
        assertThat(dictionary.count()).isEqualTo(distinct.size());
    }

    @Test
    void wordsThatDifferInOneByteOnlyHaveNumbersOfTheirOwn() {
        Dictionary dictionary = new Dictionary(10_000);
        List<String> words = new ArrayList<>();
        for (int length = 1; length <= 40; length++) {
            words.add("x".repeat(length));
            for (int i = 0; i < length; i++) {
                words.add("x".repeat(i) + "y" + "x".repeat(length - i - 1));
            }
        }
        for (int i = 0; i < words.size(); i++) {
            assertThat(number(dictionary, words.get(i))).isEqualTo(i + 1);
        }
        for (int i = 0; i < words.size(); i++) {
            assertThat(number(dictionary, words.get(i))).isEqualTo(i + 1);
        }
    }

    @Test
    void aFullDictionaryNumbersNothingNewAndALongWordNever() {
        Dictionary dictionary = new Dictionary(2);
        assertThat(number(dictionary, "z".repeat(256))).isEqualTo(Dictionary.NONE);
        assertThat(number(dictionary, "a")).isEqualTo(1);
        assertThat(number(dictionary, "b".repeat(255))).isEqualTo(2);
        assertThat(number(dictionary, "c")).isEqualTo(Dictionary.NONE);
        assertThat(number(dictionary, "a")).isEqualTo(1);
    }

    @Test
    void readsBackWhatItWrote(@TempDir Path folder) throws IOException {
        Dictionary dictionary = new Dictionary(100_000);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50_000; i++) {
            number(dictionary, Long.toString(random.nextLong(1L << random.nextInt(1, 60)), 36));
        }
        Path file = folder.resolve("words");
        try (OutputFile out = new OutputFile(file)) {
            dictionary.write(out);
            out.finish();
        }
        String[] words =
                Dictionary.read(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));

        assertThat(words).hasSize(dictionary.count() + 1).startsWith((String) null);
        for (int i = 1; i < words.length; i += 100) {
            assertThat(number(dictionary, words[i])).isEqualTo(i);
        }
    }

    /** Looks the word up in the midst of other bytes. */
    private static int number(Dictionary dictionary, String word) {
        byte[] bytes = ("##" + word).getBytes(StandardCharsets.US_ASCII);
        byte[] around = Arrays.copyOf(bytes, bytes.length + Long.BYTES);
        Arrays.fill(around, bytes.length, around.length, (byte) word.length());
        return dictionary.number(around, 2, bytes.length);
    }
}
