package dev.skillpod.app.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells addresses of this machine alone from all others. */
public final class Loopback {
    private Loopback() {}

    /** Whether a name or an address is one that only this machine can reach; false for what is not known. */
    public static boolean is(String host) {
        String name = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (name.equalsIgnoreCase("localhost")) {
            return true;
        }
        boolean literal = name.indexOf(':') >= 0
                || (!name.isEmpty() && name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
        if (!literal) {
            return false; // a name may be resolved to anything, and to something else tomorrow
        }
        try {
            return InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
