package io.github.tic4j.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/source/addresses.csv", numLinesToSkip = 1)
    void knowsWhatIsPublic(String address, boolean isPublic) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getAllByName(address)[0]))
                .isEqualTo(isPublic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x?sig=secret",
                "http://localhost/x",
                "http://2130706433/x",
                "http://[::1]:8080/x",
                "http://[::ffff:127.0.0.1]/x",
                "http://169.254.169.254/latest/meta-data"
            })
    void refusesWhatIsNotPublic(URI uri) {
        assertThatThrownBy(() -> AddressGuard.publicOnly().check(uri))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage("Refused, because the address of the host is not public: " + FileUrl.safeName(uri));
    }

    @Test
    void letsPublicAddressesPass() {
        assertThatCode(() -> AddressGuard.publicOnly().check(URI.create("https://8.8.8.8/x")))
                .doesNotThrowAnyException();
        assertThatCode(() -> AddressGuard.publicOnly().check(URI.create("https://[2606:4700::1111]/x")))
                .doesNotThrowAnyException();
    }

    @Test
    void letsEverythingPassByDefault() {
        assertThatCode(() -> HttpOptions.defaults().addresses().check(URI.create("http://127.0.0.1/x")))
                .doesNotThrowAnyException();
    }
}
