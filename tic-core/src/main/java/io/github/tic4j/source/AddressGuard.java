package io.github.tic4j.source;

import java.io.IOException;
import java.net.URI;

/**
 * Decides which addresses may be asked. It is asked before the first request and before each redirect is followed, so that
 * a URL out of a file cannot make this machine talk to its own network.
 */
@FunctionalInterface
public interface AddressGuard {

    /**
     * Returns if the host of a URL may be asked.
     *
     * @throws SourceUnreachableException if it may not; the message says why and carries no secret
     * @throws IOException if the answer cannot be found
     */
    void check(URI uri) throws IOException;

    /** Lets everything pass: right for URLs that a person or a configuration names. */
    static AddressGuard all() {
        return uri -> {};
    }

    /**
     * Lets a host pass only if every address of its name is public: not loopback, private, link-local, shared, multicast,
     * reserved, or an IPv6 form that embeds one of these. Right for URLs out of files.
     *
     * <p>The Java platform keeps looked-up names for some seconds ({@code networkaddress.cache.ttl}), so that the
     * connection made next goes to an address that was checked; a platform set up without that cache loses this safety.
     */
    static AddressGuard publicOnly() {
        return new PublicAddresses();
    }
}
