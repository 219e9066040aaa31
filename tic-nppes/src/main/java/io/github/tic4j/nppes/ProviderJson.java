package io.github.tic4j.nppes;

import io.github.tic4j.nppes.internal.Json;
import io.github.tic4j.nppes.internal.ProviderJsonReader;
import io.github.tic4j.nppes.internal.ProviderJsonWriter;

/**
 * Providers as JSON, in the shape of the registry's API v2.1. Reads the shapes of 2019 to 2026: numbers or strings, {@code
 * gender} or {@code sex}, "" or nothing; what it does not know it passes over. Writes that of 2026, with a member {@code
 * provenance} of our own, and of a deactivated provider the status {@code D}.
 */
public final class ProviderJson {

    private ProviderJson() {}

    /** One provider as a line of JSON. */
    public static String write(Provider provider) {
        return Json.write(ProviderJsonWriter.tree(provider));
    }

    /** One provider as indented JSON that ends with a line break. */
    public static String writePretty(Provider provider) {
        return Json.writePretty(ProviderJsonWriter.tree(provider));
    }

    /** The addresses of a provider as a JSON array, secondary practice locations among them. */
    public static String writeAddresses(Provider provider) {
        return Json.write(ProviderJsonWriter.addresses(provider));
    }

    /**
     * Reads one provider.
     *
     * @param name the name of the source, for messages
     * @param otherwise where it comes from, if the JSON has no {@code provenance}
     * @throws io.github.tic4j.source.MalformedContentException if it is not JSON, or has no NPI
     */
    public static Provider read(String json, String name, Provenance otherwise) {
        return new ProviderJsonReader(name).provider(Json.readObject(json, name), otherwise);
    }
}
