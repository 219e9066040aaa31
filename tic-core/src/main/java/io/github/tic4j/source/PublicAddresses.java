package io.github.tic4j.source;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Lets public addresses pass. */
final class PublicAddresses implements AddressGuard {

    /** What is neither public nor known to {@link InetAddress}: the special-purpose registries of RFC 6890. */
    private static final List<Block> RESERVED = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "240.0.0.0/4",
                    // Tunnels, which embed an IPv4 address, and documentation.
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Block::parse)
            .toList();

    /** All of IPv6 that is given out for use on the public network. */
    private static final Block GLOBAL_UNICAST = Block.parse("2000::/3");

    @Override
    public void check(URI uri) throws IOException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(uri.getHost());
        } catch (UnknownHostException e) {
            throw new SourceUnreachableException("The host is unknown", FileUrl.safeName(uri), e);
        }
        if (!Stream.of(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new SourceUnreachableException(
                    "Refused, because the address of the host is not public", FileUrl.safeName(uri), null);
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        boolean ipv6 = address.getAddress().length > 4;
        return (!ipv6 || GLOBAL_UNICAST.holds(address)) && RESERVED.stream().noneMatch(block -> block.holds(address));
    }

    /**
     * A block of addresses.
     *
     * @param network its first address
     * @param bits the length of an address
     * @param prefix the number of leading bits that its addresses share
     */
    private record Block(BigInteger network, int bits, int prefix) {

        static Block parse(String cidr) {
            int slash = cidr.indexOf('/');
            try {
                byte[] first = InetAddress.getAllByName(cidr.substring(0, slash))[0].getAddress();
                return new Block(
                        new BigInteger(1, first), 8 * first.length, Integer.parseInt(cidr.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("a literal address needs no look-up", e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            return 8 * bytes.length == bits
                    && new BigInteger(1, bytes)
                                    .xor(network)
                                    .shiftRight(bits - prefix)
                                    .signum()
                            == 0;
        }
    }
}
