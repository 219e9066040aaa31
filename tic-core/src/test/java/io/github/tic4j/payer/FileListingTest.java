package io.github.tic4j.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.source.SourceUnreachableException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileListingTest {

    private static final String HOST = "https://mrf.example.org/";
    private static final String INDEX = HOST + "2026-11-01_acme_index.json";

    @TempDir
    Path folder;

    private final ServedTexts served = new ServedTexts();
    private final Payer payer = PayerHandlers.defaults().payer("acme");
    private List<Finding> findings = List.of();

    @Test
    void tableOfContentsGivesFilesWithTheirPlans() throws IOException {
        served.with(
                INDEX,
                toc(structure(
                        plans("Gold", "Silver"),
                        "\"in_network_files\": [" + link("in", HOST + "a.json.gz") + "," + link("in2", HOST + "b.json")
                                + "], \"allowed_amount_file\": " + link("aa", HOST + "c.json"))));

        List<ListedFile> files = list(INDEX);

        assertThat(files)
                .extracting(ListedFile::slot)
                .containsExactly(Slot.IN_NETWORK, Slot.IN_NETWORK, Slot.ALLOWED_AMOUNTS);
        assertThat(files).extracting(ListedFile::description).containsExactly("in", "in2", "aa");
        assertThat(files).extracting(ListedFile::position).containsExactly(0L, 1L, 2L);
        assertThat(files).allSatisfy(file -> assertThat(names(file)).containsExactly("Gold", "Silver"));
        assertThat(files)
                .extracting(ListedFile::identity)
                .containsExactly(HOST + "a.json.gz", HOST + "b.json", HOST + "c.json");
        assertThat(findings).isEmpty();
    }

    @Test
    void oneFileUnderManySignedLinksIsListedOnceWithAllPlansAndTheFreshestLink() throws IOException {
        String stale = HOST + "a.json.gz?Expires=1700000000&Signature=old&Key-Pair-Id=K";
        String fresh = HOST + "a.json.gz?Expires=1900000000&Signature=new&Key-Pair-Id=K";
        served.with(
                INDEX,
                toc(
                        structure(plans("Gold"), inNetwork(stale)),
                        structure(plans("Silver"), inNetwork(fresh, HOST + "b.json", fresh)),
                        structure(plans("Bronze", "Gold"), inNetwork(stale))));

        List<ListedFile> files = list(INDEX);

        assertThat(files).hasSize(2);
        assertThat(files.get(0).url().uri().toString()).isEqualTo(fresh);
        assertThat(names(files.get(0))).containsExactly("Gold", "Silver", "Bronze");
        assertThat(names(files.get(1))).containsExactly("Silver");
    }

    @Test
    void plansMayStandBehindTheFiles() throws IOException {
        served.with(INDEX, toc("{" + inNetwork(HOST + "a.json") + "," + plans("Gold") + "}"));

        assertThat(names(list(INDEX).get(0))).containsExactly("Gold");
    }

    @Test
    void locationsAreResolvedAgainstTheIndex() throws IOException {
        String index = HOST + "2026/11/index.json";
        served.with(
                index,
                toc(structure(
                        plans("Gold"),
                        inNetwork(
                                "a b.json.gz",
                                "../x.json",
                                "/root/y.zip",
                                "//cdn.example.org/z.json",
                                "www.example.org/w.json",
                                "\u00a0" + HOST + "n.json ",
                                "\u00a0r.json"))));

        assertThat(list(index))
                .extracting(file -> file.url().uri().toString())
                .containsExactly(
                        HOST + "2026/11/a%20b.json.gz",
                        HOST + "2026/x.json",
                        HOST + "root/y.zip",
                        "https://cdn.example.org/z.json",
                        "https://www.example.org/w.json",
                        HOST + "n.json",
                        HOST + "2026/11/r.json");
    }

    @Test
    void brokenLocationsAreRepairedOrFound() throws IOException {
        served.with(
                INDEX,
                toc(structure(
                        plans("Gold"),
                        inNetwork(
                                HOST + "a.json?&amp;Expires=1900000000&amp;Signature=secret&amp;Key-Pair-Id=K",
                                "",
                                "Missing file",
                                "\\\\\\\\share\\\\rates.json",
                                "file:///etc/passwd",
                                "sftp://mrf.example.org/a.json"))));

        List<ListedFile> files = list(INDEX);

        assertThat(files)
                .extracting(file -> file.url().uri().toString())
                .containsExactly(HOST + "a.json?Expires=1900000000&Signature=secret&Key-Pair-Id=K");
        assertThat(findings)
                .extracting(Finding::rule, Finding::message)
                .containsExactly(
                        tuple("location-repaired", "A location is a URL; this one was repaired to " + HOST + "a.json"),
                        tuple("location-blank", "A link says where"),
                        tuple("location-unusable", "Not a URL, nor the name of a file"),
                        tuple("location-unusable", "Not a URL, nor the name of a file"),
                        tuple("location-unusable", "Only an index that is a local file may name local files"),
                        tuple(
                                "location-unusable",
                                "Nothing serves sftp: URLs: download the file, or register a SourceProvider for this scheme"));
        assertThat(findings.toString()).doesNotContain("secret");
        assertThat(findings.get(3).byteOffset()).isPositive();
    }

    @Test
    void indexesOfIndexesAreFollowedOnceEach() throws IOException {
        String child = HOST + "one_index.json";
        served.with(
                        INDEX,
                        "{\"TOC_Files\": [" + link("a", child) + "," + link("b", INDEX) + "," + link("c", child) + "]}")
                .with(child, toc(structure(plans("Gold"), inNetwork(HOST + "a.json", INDEX))));

        List<ListedFile> files = list(INDEX);

        assertThat(files).extracting(ListedFile::identity).containsExactly(HOST + "a.json");
        assertThat(served.opened).containsExactly(INDEX, child);
        assertThat(findings)
                .extracting(Finding::rule)
                .containsOnly("index-repeated")
                .hasSize(3);
    }

    @Test
    void indexesAreFollowedToADepth() throws IOException {
        for (int i = 0; i < 6; i++) {
            served.with(
                    HOST + i + "_index.json",
                    "{\"TOC_Files\": [" + link("next", HOST + (i + 1) + "_index.json") + "]}");
        }

        assertThat(list(HOST + "0_index.json")).isEmpty();
        assertThat(served.opened).hasSize(4);
        assertThat(findings)
                .extracting(Finding::message)
                .contains("Indexes within indexes are followed to a depth of 4");
    }

    @Test
    void aNamedIndexThatCannotBeReadCostsOnlyItself() throws IOException {
        served.with(
                        INDEX,
                        "{\"TOC_Files\": [" + link("gone", HOST + "gone_index.json") + ","
                                + link("page", HOST + "page_index.json") + "," + link("good", HOST + "good_index.json")
                                + "]}")
                .with(HOST + "page_index.json", "<html>moved</html>")
                .with(HOST + "good_index.json", toc(structure(plans("Gold"), inNetwork(HOST + "a.json"))));

        assertThat(list(INDEX)).extracting(ListedFile::identity).containsExactly(HOST + "a.json");
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly(
                        "An index that the index names cannot be read: No such file on the server (404): /gone_index.json",
                        "An index that the index names cannot be read: Content is not JSON; it looks like an HTML page,"
                                + " perhaps an error page of the server in " + HOST + "page_index.json (byte 0)");
    }

    @Test
    void listsOfBlobsNameIndexesAndFiles() throws IOException {
        String toc = HOST + "employer_index.json?sv=1&se=2030-01-01&sig=x";
        served.with(
                        HOST + "api/blobs",
                        "{\"blobs\": [{\"name\": \"employer_index.json\", \"size\": 10, \"downloadUrl\": \"" + toc
                                + "\"},"
                                + "{\"name\": \"2026_acme_in-network-rates.json.gz\", \"size\": 99, \"downloadUrl\": \""
                                + HOST
                                + "download/1?sv=1&sig=y\"},"
                                + "{\"name\": \"readme.txt\", \"downloadUrl\": \"" + HOST + "readme.txt\"}]}")
                .with(toc, toc(structure(plans("Gold"), inNetwork(HOST + "download/1?sv=1&sig=z"))));

        List<ListedFile> files = list(HOST + "api/blobs");

        assertThat(files).extracting(ListedFile::slot).containsExactly(Slot.IN_NETWORK, Slot.UNKNOWN);
        assertThat(files.get(0).size()).hasValue(99);
        assertThat(names(files.get(0))).containsExactly("Gold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"files\": [{\"fileSchema\": \"IN_NETWORK_RATES\", \"fileName\": \"a\", \"filePath\": \"a.json.gz\"}]}",
                "{\"blobs\": [{\"url\": \"https://mrf.example.org/a.json.gz\", \"name\": \"in-network\"}]}",
                "[{\"type\": \"in_network_rates\", \"url\": \"https://mrf.example.org/a.json.gz\"}]",
                "{\"in_network_files\": [\"a.json.gz\"]}",
                "type,url,size\nin-network,a.json.gz,17\n",
                "name~file_type~Download URL\nrates~IN_NETWORK~https://mrf.example.org/a.json.gz\n",
                "\"url\";\"type\"\r\n\"https://mrf.example.org/a.json.gz\";\"in network\"\r\n",
            })
    void listsComeInManyForms(String index) throws IOException {
        served.with(HOST + "latest", index);

        List<ListedFile> files = list(HOST + "latest");

        assertThat(files).extracting(ListedFile::identity).containsExactly(HOST + "a.json.gz");
        assertThat(files).extracting(ListedFile::slot).containsExactly(Slot.IN_NETWORK);
    }

    @Test
    void plainTextAndArraysOfTextsListUrls() throws IOException {
        String urls = HOST + "a_in-network-rates.json\n# a note\n\n" + HOST + "b_allowed-amounts.json.gz\n";
        served.with(HOST + "list.txt", urls)
                .with(HOST + "list", "[\"" + HOST + "a_in-network-rates.json\", \"b_allowed-amounts.json.gz\"]");

        assertThat(list(HOST + "list.txt"))
                .extracting(ListedFile::slot)
                .containsExactly(Slot.IN_NETWORK, Slot.ALLOWED_AMOUNTS);
        assertThat(list(HOST + "list"))
                .extracting(ListedFile::identity)
                .containsExactly(HOST + "a_in-network-rates.json", HOST + "b_allowed-amounts.json.gz");
    }

    @Test
    void metadataAndCsvCarryPlans() throws IOException {
        served.with(
                        HOST + "latest_metadata.json",
                        "{\"files\": [{\"filePath\": \"a.json\", \"reportingPlans\": [{\"planName\": \"Gold\", \"planId\": \"1\"}]},"
                                + "{\"reportingPlans\": [{\"planName\": \"Silver\"}], \"filePath\": \"a.json\"}]}")
                .with(HOST + "list.csv", "plan_name,plan_id,url\nGold,1,a.json\nSilver,2,a.json\n");

        assertThat(names(list(HOST + "latest_metadata.json").get(0))).containsExactly("Gold", "Silver");
        assertThat(names(list(HOST + "list.csv").get(0))).containsExactly("Gold", "Silver");
    }

    @Test
    void indexMayBeCompressed() throws IOException {
        served.with(INDEX, gzip(toc(structure(plans("Gold"), inNetwork(HOST + "a.json")))));

        assertThat(list(INDEX)).hasSize(1);
    }

    @Test
    void folderListsItsFilesAndThePlansOfItsIndex() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep/2026_in-network-rates.json"), "{}");
        Files.writeString(folder.resolve("b.json.gz"), "xx");
        Files.writeString(folder.resolve("notes.md"), "");
        Files.writeString(folder.resolve(".hidden.json"), "");
        Files.writeString(folder.resolve("acme_index.json"), toc(structure(plans("Gold"), inNetwork("b.json.gz"))));

        List<ListedFile> all = list(folder.toString());
        List<ListedFile> zipped = list(folder.resolve("*.gz").toString());

        assertThat(all)
                .extracting(file -> folder.toUri().relativize(file.url().uri()).toString())
                .containsExactly("b.json.gz", "deep/2026_in-network-rates.json");
        assertThat(all).extracting(ListedFile::slot).containsExactly(Slot.IN_NETWORK, Slot.IN_NETWORK);
        assertThat(names(all.get(0))).containsExactly("Gold");
        assertThat(all.get(0).size()).hasValue(2);
        assertThat(zipped)
                .extracting(ListedFile::identity)
                .containsExactly(all.get(0).identity());
    }

    @Test
    void aFileOfPricesListsItself() throws IOException {
        served.with(HOST + "rates.json", "{\"provider_references\": [], \"in_network\": []}");
        Path csv = Files.writeString(folder.resolve("rates.csv"), "NPI,BILLING_CODE,NEGOTIATED_RATE\n1,99213,80\n");

        assertThat(list(HOST + "rates.json")).extracting(ListedFile::slot).containsExactly(Slot.IN_NETWORK);
        assertThat(list(csv.toString())).extracting(ListedFile::identity).containsExactly("file://" + csv);
    }

    @Test
    void whatIsNamedAsAnIndexAndHoldsPricesKeepsItsPlans() throws IOException {
        String odd = HOST + "rates_index.json";
        served.with(INDEX, toc(structure(plans("Gold"), inNetwork(odd)))).with(odd, "{\"in_network\": []}");

        List<ListedFile> files = list(INDEX);

        assertThat(files).extracting(ListedFile::identity).containsExactly(odd);
        assertThat(names(files.get(0))).containsExactly("Gold");
        assertThat(files.get(0).description()).isEqualTo("in");
    }

    @Test
    void anArrayOfWholeIndexesIsNoListOfLinks() throws IOException {
        String one = toc(structure(plans("Gold"), inNetwork(HOST + "a.json")));
        served.with(INDEX, "[" + one + "," + toc(structure(plans("Silver"), inNetwork(HOST + "a.json"))) + "]");

        assertThat(names(list(INDEX).get(0))).containsExactly("Gold", "Silver");
    }

    @Test
    void whatIsNoIndexIsAnError() {
        served.with(HOST + "error.json", "{\"error\": \"denied\"}")
                .with(HOST + "note.txt", "Access denied")
                .with(
                        HOST + "cut_index.json",
                        toc(structure(plans("Gold"), inNetwork(HOST + "a.json")))
                                .substring(0, 200));

        assertThatThrownBy(() -> list(HOST + "error.json"))
                .isInstanceOf(MalformedContentException.class)
                .hasMessage("Not an index of files: it has none of the keys of an index in " + HOST
                        + "error.json (byte 0)");
        assertThatThrownBy(() -> list(HOST + "note.txt"))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("it has no URL and no name of a file");
        assertThatThrownBy(() -> list(HOST + "cut_index.json"))
                .isInstanceOf(TruncatedContentException.class)
                .hasMessageContaining("The document ends before it is complete");
        assertThatThrownBy(() -> list(HOST + "none.json"))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("No such file on the server (404)");
        assertThatThrownBy(() -> list("gopher://example.org/index"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nothing serves gopher: URLs");
        assertThatThrownBy(() -> list(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The index of payer acme is blank");
    }

    @Test
    void anIndexWithoutFilesIsFound() throws IOException {
        served.with(INDEX, toc(structure(plans("Gold"), "\"in_network_files\": []")));

        assertThat(list(INDEX)).isEmpty();
        assertThat(findings).extracting(Finding::rule).containsExactly("index-without-files");
    }

    @Test
    void plansOfAFileAreLimited() {
        served.with(INDEX, toc(structure(plans("Gold", "Silver", "Bronze"), inNetwork(HOST + "a.json"))));
        ReadOptions two = ReadOptions.builder()
                .limits(Limits.builder().maxPlansPerFile(2).build())
                .build();

        assertThatThrownBy(() -> {
                    try (FileListing files = payer.list(INDEX, served.resolver(), two)) {
                        files.next();
                    }
                })
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Limit maxPlansPerFile = 2 exceeded");
    }

    @Test
    void nextBeyondTheEndIsAnError() throws IOException {
        served.with(INDEX, toc(structure(plans("Gold"), "\"in_network_files\": []")));
        try (FileListing files = payer.list(INDEX, served.resolver())) {
            assertThatThrownBy(files::next)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("The index lists no further file");
        }
    }

    @Test
    void aLargeIndexIsListedInItsOrderFromTemporaryFilesThatGoAway() throws IOException {
        int structures = 400;
        int links = 60;
        Path index = folder.resolve("large_index.json.gz");
        writeLargeIndex(index, structures, links);
        Path spools = Files.createDirectory(folder.resolve("spools"));
        ReadOptions options = ReadOptions.builder().spoolFolder(spools).build();
        List<String> names = new ArrayList<>();
        try (FileListing files = payer.list(index.toString(), SourceResolver.defaults(), options)) {
            files.forEachRemaining(file -> {
                names.add(file.url().uri().getPath());
                boolean shared = file.url().uri().getPath().endsWith("/shared.json.gz");
                assertThat(file.plans()).hasSize(shared ? structures : 1);
                assertThat(file.position()).isEqualTo(names.size() - 1);
            });
        }

        assertThat(names).hasSize(structures * links + 1).startsWith("/shared.json.gz", "/0-0.json.gz", "/0-1.json.gz");
        assertThat(names.get(names.size() - 1)).isEqualTo("/399-59.json.gz");
        assertThat(spools.toFile().list()).isEmpty();
    }

    private static void writeLargeIndex(Path file, int structures, int links) throws IOException {
        Random random = new Random(7);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"reporting_structure\": [".getBytes(StandardCharsets.UTF_8));
            for (int s = 0; s < structures; s++) {
                List<String> locations = new ArrayList<>();
                locations.add(HOST + "shared.json.gz?sig=" + random.nextLong());
                for (int l = 0; l < links; l++) {
                    locations.add(HOST + s + "-" + l + ".json.gz?sig=" + random.nextLong());
                }
                String text = (s == 0 ? "" : ",")
                        + structure(plans("Plan " + s), inNetwork(locations.toArray(String[]::new)));
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            out.write("]}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<ListedFile> list(String index) throws IOException {
        List<ListedFile> all = new ArrayList<>();
        ReadOptions options = ReadOptions.builder().spoolFolder(folder).build();
        try (FileListing files = payer.list(index, served.resolver(), options)) {
            files.forEachRemaining(all::add);
            findings = files.findings();
            assertThat(files.findingCounts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(findings.size());
        }
        return all;
    }

    private static List<String> names(ListedFile file) {
        return file.plans().stream().map(Plan::planName).toList();
    }

    private static String toc(String... structures) {
        return "{\"reporting_entity_name\": \"Acme\", \"reporting_structure\": [" + String.join(",", structures) + "]}";
    }

    private static String structure(String... parts) {
        return "{" + String.join(", ", parts) + "}";
    }

    private static String plans(String... names) {
        return Stream.of(names)
                .map(name -> "{\"plan_name\": \"" + name + "\", \"plan_id_type\": \"hios\", \"plan_id\": \"1\"}")
                .collect(Collectors.joining(",", "\"reporting_plans\": [", "]"));
    }

    private static String inNetwork(String... locations) {
        return Stream.of(locations)
                .map(location -> link("in", location))
                .collect(Collectors.joining(",", "\"in_network_files\": [", "]"));
    }

    private static String link(String description, String location) {
        return "{\"description\": \"" + description + "\", \"location\": \"" + location + "\"}";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
