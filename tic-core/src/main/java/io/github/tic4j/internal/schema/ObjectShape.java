package io.github.tic4j.internal.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an object must hold. Keys that it does not name may hold anything.
 *
 * <p>Keys are numbered, and a set of keys is a mask with a bit for each. It is filled in by {@link SchemaTable}, since
 * objects can name each other, and not changed afterwards.
 */
public final class ObjectShape implements Shape {

    private final String name;
    private Property[] properties = {};
    private Spelling[] spellings = {};
    private ByteTable keys = ByteTable.of(List.of());
    private List<Demand> demands = List.of();
    private long required;
    private long triggers;
    private long formed;
    private boolean conditional;

    ObjectShape(String name) {
        this.name = name;
    }

    /**
     * A key.
     *
     * @param key the key
     * @param shape what its value must be
     * @param distinct whether no two objects of the document may have the same value
     */
    public record Property(String key, Shape shape, boolean distinct) {}

    /**
     * What is asked of several keys.
     *
     * @param kind what is asked
     * @param keys the keys that it is about
     * @param trigger the key whose value decides whether it is asked; -1 if it always is
     * @param value the number of the word that this key must have for that
     * @param form the form that the value of the key must have, for {@link Kind#FORM}
     * @param readme whether only the prose of the specification asks it, not the schema
     */
    public record Demand(
            Kind kind,
            long keys,
            int trigger,
            int value,
            @Nullable TextForm form,
            boolean readme) {}

    /** What can be asked of keys. */
    public enum Kind {
        /** All must be there. */
        ALL,
        /** At least one must be there. */
        ANY,
        /** Exactly one must be there. */
        ONE,
        /** All must be there, or none. */
        TOGETHER,
        /** The value of the one key must have a form, if it is there. */
        FORM
    }

    void fill(List<Property> ofObject, List<Demand> ofKeys) {
        properties = ofObject.toArray(new Property[0]);
        spellings = ofObject.stream()
                .map(property -> new Spelling('"' + property.key() + "\":"))
                .toArray(Spelling[]::new);
        keys = ByteTable.of(ofObject.stream().map(Property::key).toList());
        demands = List.copyOf(ofKeys);
        for (Demand demand : ofKeys) {
            if (demand.kind() == Kind.ALL && demand.trigger() < 0) {
                required |= demand.keys();
            } else {
                conditional = true;
            }
            if (demand.trigger() >= 0) {
                triggers |= 1L << demand.trigger();
            }
            if (demand.kind() == Kind.FORM) {
                formed |= demand.keys();
            }
        }
    }

    @Override
    public String expectation() {
        return "an object";
    }

    /** The number of a key by its bytes; -1 if the object does not name it. */
    public int indexOf(byte[] bytes, int from, int to) {
        return keys.indexOf(bytes, from, to);
    }

    /** A key by its number. */
    public Property property(int index) {
        return properties[index];
    }

    /** How many keys it names. */
    public int size() {
        return properties.length;
    }

    /** A key as documents without blanks spell it, with its quotes and the colon. */
    public Spelling spelling(int index) {
        return spellings[index];
    }

    /** The keys of a set, for a message. */
    public String names(long mask) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < properties.length; i++) {
            if ((mask & 1L << i) != 0) {
                names.append(names.isEmpty() ? "" : ", ").append(properties[i].key());
            }
        }
        return names.toString();
    }

    /** What is asked of its keys. */
    public List<Demand> demands() {
        return demands;
    }

    /** Whether keys can be seen at once to be all that is asked: those required are there, and no more is asked. */
    public boolean isContent(long seen) {
        return !conditional && (required & ~seen) == 0;
    }

    /** Whether the value of a key decides what else is asked. */
    public boolean isTrigger(int index) {
        return (triggers & 1L << index) != 0;
    }

    /** Whether the value of a key may have to have a form, depending on that of another. */
    public boolean isFormed(int index) {
        return (formed & 1L << index) != 0;
    }

    /** The word with a number among those that a key may have. */
    public String word(int index, int number) {
        return property(index).shape() instanceof Choice choice
                ? choice.words().values().get(number)
                : "";
    }

    @Override
    public String toString() {
        return name;
    }
}
