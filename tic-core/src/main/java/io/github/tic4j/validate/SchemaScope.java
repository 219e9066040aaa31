package io.github.tic4j.validate;

/** How much of the specification a file is held to. */
public enum SchemaScope {
    /** What the keywords of the schema say, as a conforming engine for JSON Schema draft 7 reads them. */
    KEYWORDS,
    /** Besides, what the prose says and the keywords fail to: plan fields all or none, distinct ids, contained codes. */
    README
}
