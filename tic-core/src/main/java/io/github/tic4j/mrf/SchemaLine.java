package io.github.tic4j.mrf;

/** The line of CMS's schema that a file follows, told by the fields it uses; the stated version is not trusted. */
public enum SchemaLine {
    /** Nothing that only schema 2 has was seen. */
    V1,
    /** At least one field was seen that only schema 2 has. */
    V2
}
