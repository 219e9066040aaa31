package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.ProviderStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The fixed 32 bytes of a provider: what a join needs, half a cache line, so that one lookup costs one line.
 *
 * <pre>
 *  0  u40 where the full record starts      18  u16 enumerated   (days since 1970, 0 for none)
 *  5  u8  entity, status, two answers       20  u16 updated
 *  6  u16 primary taxonomy                  22  u16 deactivated
 *  8  u32 ZIP code                          24  u16 reactivated
 * 12  u24 city                              26  u16 certified
 * 15  u8  sex, as its letter                28  u32 id, counted from 1
 * 16  u16 state
 * </pre>
 *
 * Taxonomy, city and state are numbers in the layer's dictionaries; the highest number says that the word has none and must
 * be looked for in the full record. Of a postal code of five or nine digits the first five are stored, plus 1; 0 is any other.
 *
 * <p>An instance collects the values of one row; {@link StoredRow} reads them.
 */
final class HotRow {

    static final int SIZE = 32;
    /** What {@link #id} says of an empty row. */
    static final int NOBODY = -1;

    static final int INLINE_16 = 0xFFFF;
    static final int INLINE_24 = 0xFFFFFF;

    /** By their numbers in the flags. */
    static final List<ProviderStatus> STATUSES =
            List.of(ProviderStatus.ACTIVE, ProviderStatus.DEACTIVATED, ProviderStatus.REACTIVATED);

    private static final int LATEST_DAY = 0xFFFF;
    private static final int AT_ID = 28;

    private long offset;
    private int entity;
    private int sole;
    private int subpart;
    private int taxonomy;
    private int postal;
    private int city;
    private int sex;
    private int state;
    private int enumerated;
    private int updated;
    private int deactivated;
    private int reactivated;
    private int certified;
    private boolean deactivatedSometime;

    void clear() {
        entity = 0;
        sole = 0;
        subpart = 0;
        taxonomy = 0;
        postal = 0;
        city = 0;
        sex = 0;
        state = 0;
        enumerated = 0;
        updated = 0;
        deactivated = 0;
        reactivated = 0;
        certified = 0;
        deactivatedSometime = false;
    }

    /** Notes a deactivation whose date cannot be read: it is one all the same, unless a reactivation follows. */
    void deactivatedSometime() {
        deactivatedSometime = true;
    }

    void offset(long value) {
        offset = value;
    }

    void entity(byte code) {
        entity = code == '1' ? 1 : code == '2' ? 2 : 0;
    }

    void sex(byte letter) {
        sex = letter & 0x7F;
    }

    void sole(byte answer) {
        sole = answer(answer);
    }

    void subpart(byte answer) {
        subpart = answer(answer);
    }

    void taxonomy(int number) {
        taxonomy = number;
    }

    void city(int number) {
        city = number == Dictionary.NONE ? INLINE_24 : number;
    }

    void state(int number) {
        state = number == Dictionary.NONE ? INLINE_16 : number;
    }

    /** Takes a postal code of five or nine digits, with or without a dash; any other stays in the full record only. */
    void postal(byte[] bytes, int from, int to) {
        int digits = 0;
        int zip = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '-' && digits == 5) {
                continue;
            }
            if (bytes[i] < '0' || bytes[i] > '9' || digits == 9) {
                return;
            }
            zip = digits < 5 ? 10 * zip + bytes[i] - '0' : zip;
            digits++;
        }
        postal = digits == 5 || digits == 9 ? zip + 1 : 0;
    }

    /** Takes a date if it fits; whether it did. */
    boolean date(Field field, long epochDay) {
        if (epochDay <= 0 || epochDay > LATEST_DAY) {
            return false;
        }
        int day = (int) epochDay;
        switch (field) {
            case ENUMERATED -> enumerated = day;
            case UPDATED -> updated = day;
            case DEACTIVATED -> deactivated = day;
            case REACTIVATED -> reactivated = day;
            case CERTIFIED -> certified = day;
            default -> throw new IllegalArgumentException("Not a date: " + field);
        }
        return true;
    }

    void write(int id, OutputFile out) throws IOException {
        ProviderStatus status = deactivatedSometime && reactivated == 0
                ? ProviderStatus.DEACTIVATED
                : ProviderStatus.of(StoredRow.localDate(deactivated), StoredRow.localDate(reactivated));
        out.writeInt((int) offset);
        int flags = entity | (STATUSES.indexOf(status) << 2) | (sole << 4) | (subpart << 6);
        out.writeShort(((int) (offset >>> 32) & 0xFF) | (flags << 8));
        out.writeShort(taxonomy);
        out.writeInt(postal);
        out.writeInt(city | (sex << 24));
        out.writeShort(state);
        out.writeShort(enumerated);
        out.writeShort(updated);
        out.writeShort(deactivated);
        out.writeShort(reactivated);
        out.writeShort(certified);
        out.writeInt(id + 1);
    }

    /** The id of a stored row, or {@link #NOBODY}. */
    static int id(ByteBuffer rows, int row) {
        return rows.getInt(row + AT_ID) - 1;
    }

    private static int answer(byte letter) {
        return letter == 'Y' ? 1 : letter == 'N' ? 2 : 0;
    }
}
