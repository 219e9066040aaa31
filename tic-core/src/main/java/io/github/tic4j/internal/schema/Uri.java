package io.github.tic4j.internal.schema;

/** The characters of a URI by RFC 3986, behind its scheme and slashes. */
final class Uri {

    private static final String BESIDE_LETTERS = "-._~:/?#@!$&'()*+,;=";

    private Uri() {}

    static boolean isSound(byte[] bytes, int from, int to) {
        boolean host = true;
        boolean fragment = false;
        for (int p = from; p < to; p++) {
            int c = bytes[p];
            if (c == '%') {
                if (p + 2 >= to || !isHex(bytes[p + 1]) || !isHex(bytes[p + 2])) {
                    return false;
                }
                p += 2;
            } else if (c == '#' && fragment || !isAllowed(c, host)) {
                return false;
            }
            fragment |= c == '#';
            host &= c != '/' && c != '?' && c != '#';
        }
        return true;
    }

    /** Whether a character may stand for itself; brackets only do around the address of a host. */
    private static boolean isAllowed(int c, boolean host) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || BESIDE_LETTERS.indexOf(c) >= 0
                || host && (c == '[' || c == ']');
    }

    private static boolean isHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
