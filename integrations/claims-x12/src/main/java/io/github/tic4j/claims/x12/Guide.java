package io.github.tic4j.claims.x12;

import com.imsweb.x12.reader.X12Reader.FileType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The implementation guides that are read, all of version 5010. */
enum Guide {
    PROFESSIONAL("837", "005010X222", FileType.ANSI837_5010_X222, "005010X222A1"),
    INSTITUTIONAL("837", "005010X223", FileType.ANSI837_5010_X223, "005010X223A2"),
    /** The parser has no definition of the dental guide; its loops begin as those of the professional one do. */
    DENTAL("837", "005010X224", FileType.ANSI837_5010_X222, "005010X222A1"),
    REMITTANCE("835", "005010X221", FileType.ANSI835_5010_X221, "005010X221A1");

    private final String transaction;
    private final String version;
    private final FileType definition;
    private final String definitionVersion;

    Guide(String transaction, String version, FileType definition, String definitionVersion) {
        this.transaction = transaction;
        this.version = version;
        this.definition = definition;
        this.definitionVersion = definitionVersion;
    }

    /** The guide of a transaction, by its number and version; a remittance without a version is taken for one of 5010. */
    static Optional<Guide> of(@Nullable String transaction, @Nullable String version) {
        for (Guide guide : values()) {
            boolean sameVersion = version == null ? guide == REMITTANCE : version.startsWith(guide.version);
            if (guide.transaction.equals(transaction) && sameVersion) {
                return Optional.of(guide);
            }
        }
        return Optional.empty();
    }

    String transaction() {
        return transaction;
    }

    /** The parser's definition of the loops. */
    FileType definition() {
        return definition;
    }

    /** The version that the parser's definition is for, to the letter. */
    String definitionVersion() {
        return definitionVersion;
    }

    /** Whether what the parser says of the structure can be relied on. */
    boolean isDefined() {
        return this != DENTAL;
    }
}
