package io.github.tic4j.nppes.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.nppes.EntityType;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryQueryTest {

    @Test
    void namesEveryParameterAsTheRegistryDoes() {
        RegistryQuery query = RegistryQuery.builder()
                .type(EntityType.ORGANIZATION)
                .taxonomyDescription("Cardiology")
                .namePurpose(RegistryQuery.NamePurpose.AUTHORIZED_OFFICIAL)
                .firstName("Jo*")
                .firstNameAlias(RegistryQuery.FirstNameAlias.EXCLUDE)
                .lastName("O'Neil-Smith, Jr.")
                .organizationName("A@B (C) #1")
                .addressPurpose(RegistryQuery.AddressPurpose.PRIMARY)
                .city(" Villa Rica ")
                .state("ga")
                .postalCode("301*")
                .countryCode("us")
                .build();

        assertThat(query.parameters())
                .containsOnly(
                        Map.entry("enumeration_type", "NPI-2"),
                        Map.entry("taxonomy_description", "Cardiology"),
                        Map.entry("name_purpose", "AO"),
                        Map.entry("first_name", "Jo*"),
                        Map.entry("use_first_name_alias", "False"),
                        Map.entry("last_name", "O'Neil-Smith, Jr."),
                        Map.entry("organization_name", "A@B (C) #1"),
                        Map.entry("address_purpose", "PRIMARY"),
                        Map.entry("city", "Villa Rica"),
                        Map.entry("state", "GA"),
                        Map.entry("postal_code", "301*"),
                        Map.entry("country_code", "US"));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                rule(query -> query, "error 04"),
                rule(query -> query.addressPurpose(RegistryQuery.AddressPurpose.MAILING), "error 04"),
                rule(query -> query.type(EntityType.INDIVIDUAL), "error 09"),
                rule(query -> query.state("RI"), "error 07"),
                rule(query -> query.state("RI").type(EntityType.INDIVIDUAL).countryCode("US"), "error 07"),
                rule(query -> query.state("ON").countryCode("CA"), "error 07"),
                rule(query -> query.countryCode("US"), "error 07"),
                rule(query -> query.state("R1"), "not two letters"),
                rule(query -> query.lastName("S*"), "error 03"),
                rule(query -> query.lastName("Sm*th"), "'*' is not allowed"),
                rule(query -> query.city("Chi*"), "'*' is not allowed"),
                rule(query -> query.lastName("A@B"), "'@' is not allowed"),
                rule(query -> query.lastName("Mu\u00f1oz"), "error 05"),
                rule(query -> query.lastName(" "), "it is empty"),
                rule(query -> query.type(EntityType.ORGANIZATION).lastName("Smith"), "AUTHORIZED_OFFICIAL"),
                rule(query -> query.type(EntityType.INDIVIDUAL).organizationName("X Y"), "asks for persons"),
                rule(
                        query -> query.city("X").namePurpose(RegistryQuery.NamePurpose.PROVIDER),
                        "need first_name or last_name"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesBeforeTheWireWhatTheRegistryWould(UnaryOperator<RegistryQuery.Builder> criteria, String message) {
        assertThatThrownBy(() -> criteria.apply(RegistryQuery.builder()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Registry query: ")
                .hasMessageContaining(message);
    }

    @Test
    void allowsWhatTheRegistryAllowsAlone() {
        assertThat(RegistryQuery.builder().city("Chicago").build().parameters()).hasSize(1);
        assertThat(RegistryQuery.builder().countryCode("CA").build()).hasToString("{country_code=CA}");
        RegistryQuery query =
                RegistryQuery.builder().state("RI").lastName("Smith").build();
        assertThat(query)
                .isEqualTo(RegistryQuery.builder().lastName("Smith").state("RI").build())
                .hasSameHashCodeAs(
                        RegistryQuery.builder().lastName("Smith").state("RI").build());
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> RegistryOptions.builder().requestsPerSecond(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Registry option: requestsPerSecond is in (0, 1000], not 0.0");
        assertThatThrownBy(() -> RegistryOptions.builder().concurrency(0).build())
                .hasMessageContaining("concurrency");
        assertThatThrownBy(
                        () -> RegistryOptions.builder().deadline(Duration.ZERO).build())
                .hasMessageContaining("deadline");
        assertThatThrownBy(() -> RegistryOptions.builder().userAgent(" ").build())
                .hasMessageContaining("userAgent");
        assertThatThrownBy(() ->
                        RegistryOptions.builder().baseUri(URI.create("/x")).build())
                .hasMessageContaining("absolute");
        assertThat(RegistryOptions.defaults().requestsPerSecond()).isEqualTo(10);
    }

    private static Arguments rule(UnaryOperator<RegistryQuery.Builder> criteria, String message) {
        return Arguments.of(criteria, message);
    }
}
