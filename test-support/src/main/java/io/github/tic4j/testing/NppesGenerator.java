package io.github.tic4j.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes monthly zips of synthetic providers that look like NPPES's: 330 columns in quotes, some 25 of them filled, 1.3 KB a
 * row, in no order of NPI, one row in forty deactivated. The same arguments give the same rows; memory does not depend on
 * their number.
 *
 * <pre>java io.github.tic4j.testing.NppesGenerator ROWS FILE.zip</pre>
 */
public final class NppesGenerator {

    private static final String[] TAXONOMIES = {
        "207Q00000X", "207R00000X", "208D00000X", "207X00000X", "363LF0000X", "363A00000X", "225100000X", "1041C0700X",
        "101YM0800X", "122300000X", "183500000X", "163W00000X", "106S00000X", "111N00000X", "152W00000X", "235Z00000X",
        "261QP2300X", "282N00000X", "3336C0003X", "332B00000X", "251E00000X", "291U00000X", "314000000X", "390200000X"
    };
    private static final String[] STATES = {
        "CA", "TX", "NY", "FL", "IL", "PA", "OH", "GA", "NC", "MI", "NJ", "VA", "WA", "AZ", "MA", "TN", "IN", "MO",
        "MD", "WI"
    };
    private static final String[] SYLLABLES = {
        "AR", "BEL", "COR", "DAN", "EL", "FOR", "GAR", "HAL", "IN", "JEN", "KAR", "LOR", "MAR", "NOR", "OL", "PER",
        "QUIN", "ROS", "SAN", "TOR", "UL", "VER", "WIL", "YAR", "ZEN"
    };
    private static final int ID_SPAN = 100_000_000;
    /** Odd and not a multiple of five, so that stepping by it visits every id of the span once. */
    private static final long ID_STEP = 61_803_399L;

    private final IntToLongFunction npis;
    private final SplittableRandom random;
    private final StringBuilder row = new StringBuilder(1500);
    private final List<String> header = NppesHeaders.provider();
    private final Map<String, Integer> column = new HashMap<>();
    private final String[] values = new String[header.size()];

    private NppesGenerator(IntToLongFunction npis, long seed) {
        this.npis = npis;
        random = new SplittableRandom(seed);
        for (int i = 0; i < header.size(); i++) {
            column.put(header.get(i), i);
        }
    }

    /** Writes a monthly zip: the number of rows, then the file. */
    public static void main(String[] args) throws IOException {
        monthly(Path.of(args[1]), Integer.parseInt(args[0]), 1);
    }

    /** Writes a monthly zip. */
    public static void monthly(Path zip, int rows, long seed) throws IOException {
        new NppesGenerator(NppesGenerator::npi, seed).write(zip, rows);
    }

    /** Writes a monthly zip of certain NPIs. */
    public static void monthly(Path zip, long[] npis, long seed) throws IOException {
        new NppesGenerator(i -> npis[i], seed).write(zip, npis.length);
    }

    /** The NPI of a row. */
    public static long npi(int row) {
        long nineDigits = ID_SPAN + (row + 1) * ID_STEP % ID_SPAN;
        return nineDigits * 10 + checkDigit(nineDigits);
    }

    /** By Luhn over 80840 and the nine digits, of which the last and every second one before it are doubled. */
    private static long checkDigit(long nineDigits) {
        long sum = 24;
        long left = nineDigits;
        for (int i = 0; i < 9; i++) {
            long digit = left % 10 * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            left /= 10;
        }
        return (10 - sum % 10) % 10;
    }

    private void write(Path zip, int rows) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16))) {
            out.setLevel(Deflater.BEST_SPEED);
            entry(out, "npidata_pfile_20050523-20260809.csv");
            out.write(line(header));
            byte[] buffer = new byte[1 << 16];
            int used = 0;
            for (int i = 0; i < rows; i++) {
                byte[] bytes = provider(i);
                if (used + bytes.length > buffer.length) {
                    out.write(buffer, 0, used);
                    used = 0;
                }
                System.arraycopy(bytes, 0, buffer, used, bytes.length);
                used += bytes.length;
            }
            out.write(buffer, 0, used);
            entry(out, "npidata_pfile_20050523-20260809_FileHeader.csv");
            out.write(line(header));
            entry(out, "othername_pfile_20050523-20260809.csv");
            out.write(line(NppesHeaders.otherName()));
            for (int i = 0; i < rows; i += 15) {
                out.write(line(List.of(Long.toString(npis.applyAsLong(i)), words(2) + " CLINIC", "3", "01/02/2020")));
            }
            entry(out, "pl_pfile_20050523-20260809.csv");
            out.write(line(NppesHeaders.location()));
            for (int i = 0; i < rows; i += 11) {
                out.write(line(List.of(
                        Long.toString(npis.applyAsLong(i)),
                        street(),
                        "",
                        city(),
                        state(),
                        zip(),
                        "US",
                        telephone(),
                        "",
                        telephone())));
            }
            entry(out, "endpoint_pfile_20050523-20260809.csv");
            out.write(line(NppesHeaders.endpoint()));
            for (int i = 0; i < rows; i += 20) {
                endpoint(out, npis.applyAsLong(i));
            }
            out.closeEntry();
        }
    }

    private byte[] provider(int i) {
        Arrays.fill(values, "");
        set("NPI", Long.toString(npis.applyAsLong(i)));
        if (i % 40 == 39) {
            set("NPI Deactivation Date", date(2015));
        } else {
            boolean person = random.nextInt(100) < 78;
            set("Entity Type Code", person ? "1" : "2");
            if (person) {
                person();
            } else {
                organization();
            }
            address("Business Mailing Address");
            address("Business Practice Location Address");
            set("Provider Enumeration Date", date(2006));
            set("Last Update Date", date(2016));
            set("Certification Date", random.nextInt(3) == 0 ? date(2016) : "");
            taxonomies(person);
            identifiers();
        }
        row.setLength(0);
        for (String value : values) {
            row.append('"').append(value).append("\",");
        }
        row.setCharAt(row.length() - 1, '\n');
        return row.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void person() {
        set("Provider Last Name (Legal Name)", word());
        set("Provider First Name", word());
        set("Provider Middle Name", random.nextBoolean() ? word() : "");
        set("Provider Name Prefix Text", random.nextInt(3) == 0 ? "DR." : "");
        set("Provider Credential Text", random.nextInt(4) == 0 ? "" : "MD");
        set("Provider Sex Code", random.nextBoolean() ? "F" : "M");
        set("Is Sole Proprietor", random.nextInt(3) == 0 ? "Y" : "N");
    }

    private void organization() {
        set("Provider Organization Name (Legal Business Name)", words(3) + " LLC");
        set("Employer Identification Number (EIN)", "<UNAVAIL>");
        set("Authorized Official Last Name", word());
        set("Authorized Official First Name", word());
        set("Authorized Official Title or Position", "OWNER");
        set("Authorized Official Telephone Number", telephone());
        set("Is Organization Subpart", "N");
    }

    private void address(String address) {
        set("Provider First Line " + address, street());
        set("Provider Second Line " + address, random.nextInt(3) == 0 ? "SUITE " + random.nextInt(900) : "");
        set("Provider " + address + " City Name", city());
        set("Provider " + address + " State Name", state());
        set("Provider " + address + " Postal Code", zip());
        set("Provider " + address + " Country Code (If outside U.S.)", "US");
        set("Provider " + address + " Telephone Number", telephone());
        set("Provider " + address + " Fax Number", random.nextBoolean() ? telephone() : "");
    }

    private void taxonomies(boolean person) {
        int count = random.nextInt(4) > 0 ? 1 : 1 + random.nextInt(4);
        int primary = 1 + random.nextInt(count);
        for (int slot = 1; slot <= count; slot++) {
            set("Healthcare Provider Taxonomy Code_" + slot, TAXONOMIES[random.nextInt(TAXONOMIES.length)]);
            set("Healthcare Provider Primary Taxonomy Switch_" + slot, slot == primary ? "Y" : "N");
            if (person) {
                set("Provider License Number_" + slot, "L" + random.nextInt(1_000_000));
                set("Provider License Number State Code_" + slot, state());
            }
        }
    }

    private void identifiers() {
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0;
        for (int slot = 1; slot <= count; slot++) {
            set("Other Provider Identifier_" + slot, Integer.toString(random.nextInt(100_000_000)));
            set("Other Provider Identifier Type Code_" + slot, "05");
            set("Other Provider Identifier State_" + slot, state());
        }
    }

    private void endpoint(OutputStream out, long npi) throws IOException {
        String[] cells = new String[NppesHeaders.endpoint().size()];
        Arrays.fill(cells, "");
        cells[0] = Long.toString(npi);
        cells[1] = "DIRECT";
        cells[2] = "Direct Messaging Address";
        cells[3] = word() + "@direct.example.org";
        cells[4] = "N";
        out.write(line(List.of(cells)));
    }

    private void set(String name, String value) {
        values[Objects.requireNonNull(column.get(name), name)] = value;
    }

    private String word() {
        return SYLLABLES[random.nextInt(25)]
                + SYLLABLES[random.nextInt(25)]
                + (random.nextBoolean() ? SYLLABLES[random.nextInt(25)] : "");
    }

    private String words(int count) {
        StringBuilder all = new StringBuilder(word());
        for (int i = 1; i < count; i++) {
            all.append(' ').append(word());
        }
        return all.toString();
    }

    /** Some thousand towns, a few common. */
    private String city() {
        int a = random.nextInt(25);
        int b = Math.min(random.nextInt(25), random.nextInt(25));
        int c = Math.min(random.nextInt(25), random.nextInt(25));
        return SYLLABLES[a] + SYLLABLES[b] + SYLLABLES[c] + "VILLE";
    }

    private String street() {
        return 1 + random.nextInt(9999) + " " + word() + " ST";
    }

    private String state() {
        return STATES[random.nextInt(STATES.length)];
    }

    private String zip() {
        return Integer.toString(100_000_000 + random.nextInt(899_999_999));
    }

    private String telephone() {
        return Integer.toString(200 + random.nextInt(700)) + "555" + (1000 + random.nextInt(9000));
    }

    private String date(int firstYear) {
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        return (month < 10 ? "0" : "") + month + "/" + (day < 10 ? "0" : "") + day + "/"
                + (firstYear + random.nextInt(10));
    }

    private static void entry(ZipOutputStream out, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
    }

    private static byte[] line(List<String> cells) {
        return cells.stream().collect(Collectors.joining("\",\"", "\"", "\"\n")).getBytes(StandardCharsets.US_ASCII);
    }
}
