package com.example;

import io.github.tic4j.mrf.Price;
import io.github.tic4j.read.MrfReader;
import java.io.IOException;
import java.nio.file.Path;

/** The first program of a user: prints the prices of a file. */
public final class Consumer {

    private Consumer() {}

    /** Prints the prices of the file that is named. */
    public static void main(String[] args) throws IOException {
        try (MrfReader reader = MrfReader.open(Path.of(args[0]))) {
            for (Price price : reader) {
                System.out.println(price.item().billingCode() + " " + price.negotiatedRate());
            }
            System.out.println(reader.ledger().toJson());
        }
    }
}
