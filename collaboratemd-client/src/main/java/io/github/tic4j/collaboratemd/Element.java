package io.github.tic4j.collaboratemd;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer or of a request, alike for XML and JSON: a name without namespace, text, and parts. The members of
 * a JSON array are parts that share its name. Used where the vendor documents no closer shape.
 *
 * @param name the local name
 * @param text the trimmed text, empty where there is none
 * @param children the parts in their order
 */
public record Element(String name, String text, List<Element> children) {

    /** Copies the parts. */
    public Element {
        children = List.copyOf(children);
    }

    /** An element with text. */
    public static Element of(String name, String text) {
        return new Element(name, text, List.of());
    }

    /** An element with parts; those that are null are left out. */
    public static Element of(String name, @Nullable Element... children) {
        return new Element(
                name,
                "",
                Stream.of(children)
                        .<Element>mapMulti((child, sink) -> {
                            if (child != null) {
                                sink.accept(child);
                            }
                        })
                        .toList());
    }

    /** The first part of this name, ignoring case. */
    public Optional<Element> child(String childName) {
        return children.stream()
                .filter(child -> child.name.equalsIgnoreCase(childName))
                .findFirst();
    }

    /** The text of the first part of this name; empty where the part is absent or blank. */
    public Optional<String> text(String childName) {
        return child(childName).map(Element::text).filter(value -> !value.isEmpty());
    }

    /** All parts of this name at any depth, ignoring case, in their order. */
    public Stream<Element> all(String descendantName) {
        return children.stream()
                .flatMap(child ->
                        child.name.equalsIgnoreCase(descendantName) ? Stream.of(child) : child.all(descendantName));
    }

    /** The name and the number of parts; never text. */
    @Override
    public String toString() {
        return name + "[" + children.size() + " parts]";
    }
}
