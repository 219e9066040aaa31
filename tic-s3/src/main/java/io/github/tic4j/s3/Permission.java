package io.github.tic4j.s3;

/** The permissions that this module's requests need, as policies spell them. */
enum Permission {
    LIST("s3:ListBucket", "list", "the bucket"),
    READ("s3:GetObject", "read", "the object"),
    READ_VERSION("s3:GetObjectVersion", "read", "the object"),
    WRITE("s3:PutObject", "write", "the object"),
    TAG("s3:PutObjectTagging", "write with tags", "the object"),
    DELETE("s3:DeleteObject", "delete", "the object"),
    ABORT("s3:AbortMultipartUpload", "abort an upload of", "the object"),
    LIST_UPLOADS("s3:ListBucketMultipartUploads", "list unfinished uploads in", "the bucket");

    private final String action;
    private final String verb;
    private final String resource;

    Permission(String action, String verb, String resource) {
        this.action = action;
        this.verb = verb;
        this.resource = resource;
    }

    /** The name in policies. */
    String action() {
        return action;
    }

    /** What it allows, to be followed by a name. */
    String verb() {
        return verb;
    }

    /** What a policy must name for it. */
    String resource() {
        return resource;
    }

    /** Whether its absence makes a source unreadable. */
    boolean isForReading() {
        return this == LIST || this == READ || this == READ_VERSION;
    }
}
