package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.table.ArchiveLimits;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What a client was built with. The builder documents and checks each. */
record ClientOptions(
        String origin,
        Supplier<Credentials> credentials,
        HttpClient httpClient,
        ResponseFormat format,
        Duration callTimeout,
        Duration attemptTimeout,
        RetryPolicy retry,
        ReportTiming timing,
        CacheBuster cacheBuster,
        long maxResponseBytes,
        ArchiveLimits archiveLimits,
        String userAgent,
        InstantSource clock,
        Delay delay) {}
