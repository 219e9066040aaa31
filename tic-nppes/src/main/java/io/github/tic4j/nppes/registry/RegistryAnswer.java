package io.github.tic4j.nppes.registry;

import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.internal.Json;
import io.github.tic4j.nppes.internal.JsonObject;
import io.github.tic4j.nppes.internal.ProviderJsonReader;
import io.github.tic4j.source.ContentException;
import java.util.List;

/**
 * The body of an answer: providers, or complaints.
 *
 * @param providers what was found
 * @param errors what the registry says is wrong
 */
record RegistryAnswer(List<Provider> providers, List<RegistryError> errors) {

    /**
     * Reads a body that is JSON.
     *
     * @param from where and when it was given
     * @throws RegistryAnswerException if it is JSON of another kind
     * @throws ContentException if it is not JSON
     */
    static RegistryAnswer parse(String body, Provenance from) {
        JsonObject json = Json.readObject(body, from.name());
        if (json.has("Errors")) {
            List<RegistryError> errors = json.objects("Errors").stream()
                    .map(error ->
                            new RegistryError(error.text("number"), error.text("field"), error.text("description")))
                    .toList();
            return new RegistryAnswer(List.of(), errors);
        }
        if (!json.has("results")) {
            throw new RegistryAnswerException(
                    "The registry's answer has neither results nor Errors but "
                            + json.members().keySet(),
                    null);
        }
        ProviderJsonReader reader = new ProviderJsonReader(from.name());
        try {
            return new RegistryAnswer(
                    json.objects("results").stream()
                            .map(result -> reader.provider(result, from))
                            .toList(),
                    List.of());
        } catch (ContentException e) {
            throw new RegistryAnswerException("The registry's answer cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether the registry refuses because the NPI asked for is out of use. */
    boolean saysDeactivated() {
        return errors.stream().anyMatch(error -> RegistryError.DEACTIVATED.equals(error.number()));
    }
}
