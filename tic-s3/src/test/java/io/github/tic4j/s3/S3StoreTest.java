package io.github.tic4j.s3;

import static io.github.tic4j.s3.FaultyProxy.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.Source;
import io.github.tic4j.source.SourceUnreachableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

class S3StoreTest {

    private final S3Location bucket = S3Server.bucket();

    @RegisterExtension
    private final FaultyProxy proxy = FaultyProxy.start();

    @Test
    void listsWholePrefixesPageByPage() throws IOException {
        for (String key : List.of("run/a", "run/b/1 2", "run/b/2", "run/folder/", "run/z", "runner")) {
            TestContent.put(
                    bucket.resolve(key), key.endsWith("/") ? new byte[0] : key.getBytes(StandardCharsets.UTF_8));
        }
        S3Client pagesOfTwo = S3Server.client(S3Server.endpoint())
                .overrideConfiguration(overrides -> overrides.addExecutionInterceptor(new PagesOfTwo()))
                .build();
        try (S3Store store = S3Server.store(pagesOfTwo);
                Stream<Source> sources = store.sources(bucket.resolve("run/"))) {
            List<Source> all = sources.toList();

            assertThat(all)
                    .extracting(Source::name)
                    .containsExactly(bucket + "run/a", bucket + "run/b/1 2", bucket + "run/b/2", bucket + "run/z");
            assertThat(all.get(1).size()).hasValue(9);
            assertThat(all.get(1).open()).hasContent("run/b/1 2");
        }
    }

    @Test
    void aPrefixThatCannotBeListedIsAnErrorAtOnce() {
        proxy.spoil(1, request("GET", "list-type=2"), FaultyProxy.error(403, "AccessDenied"));

        assertThatThrownBy(() -> proxy.store().sources(bucket))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("allow s3:ListBucket on the bucket");
        assertThatThrownBy(() -> proxy.store().sources(bucket.resolve("object")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A prefix is empty or ends with a slash");
    }

    @Test
    void aLaterPageThatCannotBeListedIsAnErrorWhenItIsReached() throws IOException {
        IntStream.range(0, 4).forEach(i -> TestContent.put(bucket.resolve("k" + i), new byte[0]));
        try (S3Store store = S3Server.store(S3Server.client(proxy.endpoint())
                .overrideConfiguration(overrides -> overrides.addExecutionInterceptor(new PagesOfTwo()))
                .build())) {
            proxy.spoil(1, request("GET", "continuation-token"), FaultyProxy.error(403, "AccessDenied"));

            try (Stream<Source> sources = store.sources(bucket)) {
                assertThatThrownBy(sources::toList)
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining("allow s3:ListBucket");
            }
        }
    }

    @Test
    void createsAnObjectOnce() throws IOException {
        try (S3Store store = S3Server.store(S3Server.endpoint())) {
            S3Location lock = bucket.resolve("lock");

            assertThat(store.createIfAbsent(lock, new byte[] {1})).isTrue();
            assertThat(store.createIfAbsent(lock, new byte[] {2})).isFalse();
            assertThat(store.createIfAbsent(lock, new byte[] {1})).isTrue();
            assertThat(TestContent.get(lock)).containsExactly(1);
        }
    }

    @Test
    void ofManyCreatorsOneSucceeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (S3Store store = S3Server.store(S3Server.endpoint())) {
            for (int round = 0; round < 5; round++) {
                S3Location lock = bucket.resolve("lock" + round);
                List<Future<Boolean>> creators = threads.invokeAll(IntStream.range(0, 4)
                        .<Callable<Boolean>>mapToObj(i -> () -> store.createIfAbsent(lock, new byte[] {(byte) i}))
                        .toList());
                int created = 0;
                for (Future<Boolean> creator : creators) {
                    created += creator.get() ? 1 : 0;
                }
                assertThat(created).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void listsAndCleansWhatCrashesHaveLeft() throws IOException {
        begin("run/a");
        begin("run/b");
        begin("other/c");
        Instant now = Instant.now();
        try (S3Store today = store(now);
                S3Store tomorrow = store(now.plus(Duration.ofHours(25)))) {
            S3Location run = bucket.resolve("run/");
            assertThat(today.unfinishedUploads(run))
                    .extracting(upload -> upload.location().key())
                    .containsExactly("run/a", "run/b");

            assertThat(today.clean(run, Duration.ofDays(1))).isEmpty();
            assertThat(tomorrow.clean(run, Duration.ofDays(1)))
                    .extracting(upload -> upload.location().key())
                    .containsExactly("run/a", "run/b");

            assertThat(TestContent.unfinished(bucket)).isEqualTo(1);
            assertThat(tomorrow.clean(run, Duration.ofDays(1))).isEmpty();
        }
    }

    @Test
    void neverClosesTheHostsClient() throws IOException {
        try (S3Client host = S3Server.client(S3Server.endpoint()).build()) {
            S3Store store = S3Store.using(host);
            assertThat(store.createIfAbsent(bucket.resolve("a"), new byte[] {1}))
                    .isTrue();
            store.close();
            store.close();

            assertThat(host.listObjectsV2(request -> request.bucket(bucket.bucket()))
                            .contents())
                    .hasSize(1);
        }
    }

    private S3Store store(Instant now) {
        return new S3Store(
                S3Server.client(S3Server.endpoint()).build(), true, attempt -> {}, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void begin(String key) {
        S3Server.admin()
                .createMultipartUpload(
                        request -> request.bucket(bucket.bucket()).key(key));
    }

    private static final class PagesOfTwo implements ExecutionInterceptor {
        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            return context.request() instanceof ListObjectsV2Request list
                    ? list.toBuilder().maxKeys(2).build()
                    : context.request();
        }
    }
}
