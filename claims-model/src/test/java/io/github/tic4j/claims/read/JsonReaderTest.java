package io.github.tic4j.claims.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    @Test
    void readsEveryKindOfValue() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("a", List.of(new BigDecimal("1"), new BigDecimal("-2.50"), new BigDecimal("1e3")));
        expected.put("b", "x\"\\/\b\f\n\r\té");
        expected.put("c", Arrays.asList(true, false, null));
        expected.put("d", Map.of());

        assertThat(reader(
                                "\uFEFF{\"a\":[1,-2.50,1e3], \"b\":\"x\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\",\"c\":[true,false,null],\"d\":{}}")
                        .value())
                .isEqualTo(expected);
    }

    @Test
    void keepsTheScaleOfNumbers() {
        assertThat(reader("690.10").value()).isEqualTo(new BigDecimal("690.10"));
    }

    @Test
    void walksAnArrayElementByElement() {
        JsonReader json = reader("{\"n\":0,\"claims\":[{\"a\":1},\n{\"a\":2}],\"z\":[]}");
        json.beginObject();
        assertThat(json.nextName()).isEqualTo("n");
        assertThat(json.value()).isEqualTo(BigDecimal.ZERO);
        assertThat(json.nextName()).isEqualTo("claims");
        json.beginArray();
        assertThat(json.hasElement()).isTrue();
        assertThat(json.value()).isEqualTo(Map.of("a", BigDecimal.ONE));
        assertThat(json.hasElement()).isTrue();
        assertThat(json.peek()).isEqualTo('{');
        assertThat(json.line()).isEqualTo(2);
        json.value();
        assertThat(json.hasElement()).isFalse();
        assertThat(json.nextName()).isEqualTo("z");
        assertThat(json.value()).isEqualTo(List.of());
        assertThat(json.nextName()).isNull();
        assertThat(json.peek()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"a\":1~the JSON ends early: it is cut off",
                "[1,2~the JSON ends early: it is cut off",
                "\"abc~the JSON ends early: it is cut off",
                "tru~the JSON ends early: it is cut off",
                "[1,]~expected a value after the comma, was ']'",
                "[1 2]~expected ',', was '2'",
                "{a:1}~expected a name, was 'a'",
                "{\"a\" 1}~expected ':', was '1'",
                "{\"a\":1,\"a\":2}~the name 'a' stands twice in one object",
                "01~'01' is not a number",
                "1e9999~'1e9999' is not a number",
                "-~'-' is not a number",
                "NaN~expected a value, was 'N'",
                "\"\\x\"~expected an escape, was 'x'",
                "\"\\u12g4\"~expected four hexadecimal digits, was 'g'",
            })
    void namesWhatIsMalformed(String text, String reason) {
        assertThatThrownBy(() -> reader(text).value())
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("Cannot read test.json, line 1: " + reason);
    }

    @Test
    void refusesControlCharactersAndBottomlessNesting() {
        assertThatThrownBy(() -> reader("\"a\nb\"").value())
                .hasMessageContaining("a control character stands in a string");
        assertThatThrownBy(() -> reader("[".repeat(100_000)).value())
                .hasMessageContaining("JSON is nested deeper than 64");
    }

    @Property(tries = 300)
    void readsBackWhatWasWritten(@ForAll("values") Object value) {
        assertThat(reader(write(value)).value()).isEqualTo(value);
    }

    @Property(tries = 300)
    void noCutObjectIsAValue(@ForAll("values") Object value, @ForAll int cut) {
        String text = "{\"v\":" + write(value) + "}";
        String prefix = text.substring(0, Math.floorMod(cut, text.length()));

        assertThatThrownBy(() -> reader(prefix).value()).isInstanceOf(UnreadableInputException.class);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(s -> (Object) s),
                Arbitraries.bigDecimals().map(n -> (Object) new BigDecimal(n.toPlainString())),
                Arbitraries.of(true, false).map(b -> (Object) b));
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf.list().ofMaxSize(3).map(l -> (Object) l),
                () -> Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), values())
                        .ofMaxSize(3)
                        .map(m -> (Object) m));
    }

    private static String write(Object value) {
        if (value instanceof String text) {
            StringBuilder out = new StringBuilder("\"");
            text.chars()
                    .forEach(c -> out.append(
                            c < ' ' || c == '"' || c == '\\' || c > 126 ? String.format("\\u%04x", c) : (char) c));
            return out.append('"').toString();
        }
        if (value instanceof List<?> list) {
            return "["
                    + String.join(", ", list.stream().map(JsonReaderTest::write).toList()) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return "{"
                    + String.join(
                            ",",
                            map.entrySet().stream()
                                    .map(e -> write(e.getKey()) + ":" + write(e.getValue()))
                                    .toList())
                    + "}";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static JsonReader reader(String text) {
        return new JsonReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.json");
    }
}
