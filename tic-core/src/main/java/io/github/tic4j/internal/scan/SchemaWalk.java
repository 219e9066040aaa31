package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Scalar.Kind;
import io.github.tic4j.internal.schema.ObjectShape;
import io.github.tic4j.internal.schema.ObjectShape.Property;
import io.github.tic4j.internal.schema.Schema;
import io.github.tic4j.internal.schema.Shape;
import io.github.tic4j.internal.schema.TextForm;
import io.github.tic4j.internal.validate.DistinctHashes;
import io.github.tic4j.mrf.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a document once and holds every value to a schema. It makes no object for a value that is as it should
 * be, and goes on behind one that is not.
 *
 * <p>Where elements of an array must differ, each is reduced to a hash of 64 bits that is the same for equal values.
 * Hashes of an array are remembered up to a bound of {@value #MOST_ELEMENTS}; in a longer one a repetition is found if it
 * is not further apart, and {@link #isForgetful} says so.
 *
 * <p>A fault of the JSON itself that can be read past is reported as {@code json-syntax}; one that cannot is thrown.
 */
public final class SchemaWalk {

    /** How many elements of one array are certain to be compared with each other. */
    public static final int MOST_ELEMENTS = 500_000;

    private final ByteScanner scanner;
    private final Schema schema;
    private final SchemaFaults faults;
    private final Scalar scalar;
    private final ValueHash hashes;
    private final List<DistinctHashes> arrays = new ArrayList<>();
    private final DistinctHashes ids = new DistinctHashes(MOST_ELEMENTS);
    private final List<ObjectState> states = new ArrayList<>();
    private int depth;
    private int uniqueArrays;
    private boolean forgetful;
    private boolean tookOther;
    private long unnamed;
    private int word;

    /** A walk over a document of UTF-8. */
    public SchemaWalk(InputStream in, String source, Schema schema, SchemaFindings findings) {
        Limits limits = Limits.defaults();
        this.schema = schema;
        this.faults = new SchemaFaults(source, findings);
        this.scanner = new ByteScanner(in, 0, faults, true, limits);
        this.scalar = new Scalar(scanner, faults);
        this.hashes = new ValueHash(scanner, scalar, faults, limits.maxDepth());
    }

    /**
     * Walks to the end of the document.
     *
     * @return how many bytes it has
     * @throws io.github.tic4j.source.ContentException if it cannot be read on
     */
    public long walk() throws IOException {
        if (scanner.peek() < 0) {
            throw faults.malformed("Cannot read a document: it is empty", scanner.offset());
        }
        value(schema.root(), false);
        if (scanner.peek() >= 0) {
            faults.found("json-syntax", scanner.offset(), null, "Expected nothing behind the end of the document");
            while (scanner.fill() >= 0) {
                scanner.pos = scanner.limit;
            }
            scanner.pos = scanner.limit;
        }
        return scanner.offset();
    }

    /** Whether an array was so long that an element that stands twice may have been missed. */
    public boolean isForgetful() {
        return forgetful || ids.isForgetful();
    }

    /** Steps over the value that comes next; its hash, if one is wanted. */
    private long value(Shape shape, boolean hashed) throws IOException {
        if (shape instanceof ObjectShape object) {
            return object(object, hashed);
        }
        if (shape instanceof Shape.Array array) {
            return array(array, hashed);
        }
        return scalar(shape, null, hashed);
    }

    // ---- objects

    private long object(ObjectShape shape, boolean hashed) throws IOException {
        if (scanner.peekInside() != '{') {
            return mismatch(shape, hashed);
        }
        ObjectState state = state(depth++);
        state.begin(shape, scanner.offset());
        long hash = ValueHash.object();
        scanner.pos++;
        for (boolean first = true; Blanks.more(scanner, '}', first); first = false) {
            int index = state.isNext(scanner) ? state.next() : key(shape);
            long key = hashed ? hashOfKey(index) : 0;
            long value = index >= 0 ? member(shape, index, state, hashed) : other(hashed);
            if (hashed) {
                hash = ValueHash.withMember(hash, key, value);
            }
        }
        if (!shape.isContent(state.seen)) {
            Demands.judge(shape, state, faults);
        }
        depth--;
        return ValueHash.closed(hash);
    }

    private ObjectState state(int level) {
        if (level == states.size()) {
            states.add(new ObjectState());
        }
        return states.get(level);
    }

    /** Reads a key and the colon behind it; its number, or -1 if the shape does not name it. */
    private int key(ObjectShape shape) throws IOException {
        int b = scanner.peekInside();
        if (b != '"') {
            throw scanner.unexpected("a key in quotes", b);
        }
        scalar.readText();
        int index = shape.indexOf(scalar.bytes, scalar.from, scalar.to);
        unnamed = index < 0 ? scalar.hash() : 0;
        b = scanner.peekInside();
        if (b != ':') {
            throw scanner.unexpected("':' behind a key", b);
        }
        scanner.pos++;
        return index;
    }

    private long hashOfKey(int index) {
        return index < 0 ? unnamed : index;
    }

    private long member(ObjectShape shape, int index, ObjectState state, boolean hashed) throws IOException {
        Property property = shape.property(index);
        long bit = 1L << index;
        if ((state.seen & bit) != 0) {
            faults.found("json-duplicate-key", scanner.offset(), property.key(), "Expected a key once in an object");
        }
        state.saw(index);
        faults.enter(property.key());
        long value = value(property.shape(), hashed || property.distinct());
        if (property.distinct() && !ids.add(value)) {
            faults.found("readme-distinct", scanner.offset(), scalar.text(), "Expected an id that nothing else has");
        }
        faults.leave();
        if (shape.isTrigger(index)) {
            state.trigger = index;
            state.word = word;
        } else if (shape.isFormed(index) && scalar.kind == Kind.TEXT) {
            state.noteForms(scalar);
        }
        return value;
    }

    private long other(boolean hashed) throws IOException {
        if (hashed) {
            return hashes.ofNext();
        }
        scanner.skip();
        return 0;
    }

    // ---- arrays

    private long array(Shape.Array shape, boolean hashed) throws IOException {
        if (scanner.peekInside() != '[') {
            return mismatch(shape, hashed);
        }
        long start = scanner.offset();
        scanner.pos++;
        DistinctHashes own = shape.unique() ? uniqueArray() : null;
        boolean hashElements = hashed || own != null;
        Shape items = shape.items();
        Shape lone = shape.lone();
        long hash = ValueHash.array();
        long count = 0;
        for (; Blanks.more(scanner, ']', count == 0); count++) {
            faults.at(count);
            scanner.peekInside();
            long at = scanner.offset();
            long element;
            if (count == 0 && lone != null && isNextScalar()) {
                element = scalar(items, lone, hashElements);
                items = tookOther ? lone : items;
            } else {
                element = value(items, hashElements);
            }
            if (own != null && !own.add(element)) {
                faults.found("schema-unique", at, null, "Expected an element that no other of the array equals");
            }
            hash = ValueHash.withElement(hash, element);
        }
        faults.at(-1);
        if (own != null) {
            uniqueArrays--;
            forgetful |= own.isForgetful();
        }
        if (count == 0 && shape.filled()) {
            faults.found("schema-empty", start, "[]", "Expected " + shape.expectation());
        } else if (count > 1 && items == lone) {
            faults.found("schema-alone", start, null, "Expected " + items.expectation() + " to stand alone");
        }
        return hash;
    }

    private DistinctHashes uniqueArray() {
        if (uniqueArrays == arrays.size()) {
            arrays.add(new DistinctHashes(MOST_ELEMENTS));
        }
        DistinctHashes own = arrays.get(uniqueArrays++);
        own.clear();
        return own;
    }

    // ---- scalars

    private boolean isNextScalar() throws IOException {
        int b = scanner.peekInside();
        return b != '{' && b != '[';
    }

    /** Reads a scalar that must have one of two shapes; {@link #tookOther} then says which it has. */
    private long scalar(Shape shape, @Nullable Shape other, boolean hashed) throws IOException {
        int b = scanner.peekInside();
        tookOther = false;
        word = -1;
        if (b == '{' || b == '[') {
            return mismatch(shape, hashed);
        }
        long at = scanner.offset();
        scalar.read(b);
        if (!fits(shape)) {
            tookOther = other != null && fits(other);
            if (!tookOther) {
                faults.found(rule(shape), at, scalar.text(), "Expected " + shape.expectation());
            }
        }
        return hashed ? scalar.hash() : 0;
    }

    private boolean fits(Shape shape) {
        if (shape instanceof Shape.Text text) {
            return scalar.kind == Kind.TEXT && text.form().matches(scalar.bytes, scalar.from, scalar.to);
        }
        if (shape instanceof Shape.Numeric number) {
            return scalar.isIn(number.range());
        }
        if (shape instanceof Shape.Choice choice && scalar.kind == Kind.TEXT) {
            word = choice.words().table().indexOf(scalar.bytes, scalar.from, scalar.to);
            return word >= 0;
        }
        return false;
    }

    /** The rule that the scalar that was read violates. */
    private String rule(Shape shape) {
        boolean number = shape instanceof Shape.Numeric;
        if ((scalar.kind == Kind.NUMBER) != number || (scalar.kind == Kind.TEXT) == number) {
            return "schema-type";
        }
        if (shape instanceof Shape.Text text) {
            return text.form() == TextForm.FILLED ? "schema-empty" : "schema-format";
        }
        return number ? "schema-range" : "schema-enum";
    }

    /** Steps over a value that has not even the type that it should. */
    private long mismatch(Shape shape, boolean hashed) throws IOException {
        int b = scanner.peekInside();
        String found = b == '{' ? "an object" : b == '[' ? "an array" : "a plain value";
        scalar.kind = Kind.WORD;
        faults.found("schema-type", scanner.offset(), null, "Expected " + shape.expectation() + ", was " + found);
        return other(hashed);
    }
}
