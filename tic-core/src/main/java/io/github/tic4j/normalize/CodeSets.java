package io.github.tic4j.normalize;

import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.ContainedCode.Role;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The codes that bundles and capitations contain. They may stand behind the prices of their item, so that their set is known
 * by the place of the item rather than by its content.
 */
final class CodeSets {

    private static final String FEE_FOR_SERVICE = "ffs";

    private final CountedTables tables;
    private String fileId = "";
    private long lastItem = -1;
    private String lastId = "";
    private long position;

    CodeSets(CountedTables tables) {
        this.tables = tables;
    }

    void beginDocument(String documentId) {
        fileId = documentId;
        lastItem = -1;
    }

    /** The id of the codes that an item contains; null where it is a single service. */
    @Nullable
    String idOf(Item item) {
        boolean single = FEE_FOR_SERVICE.equals(Texts.lowerCase(item.negotiationArrangement()));
        return single && item.index() != lastItem ? null : idOf(item.index());
    }

    void add(ContainedCode contained) throws IOException {
        if (contained.itemIndex() != lastItem) {
            lastItem = contained.itemIndex();
            lastId = idOf(lastItem);
            position = 0;
        }
        NormalCode code = NormalCode.of(contained.billingCodeType(), contained.billingCode());
        tables.write(new Row(Tables.CODE_SETS)
                .set("code_set_id", lastId)
                .set("position", position++)
                .set("kind", contained.role() == Role.BUNDLED ? "bundled_codes" : "covered_services")
                .set("billing_code_type", code.type())
                .set("billing_code_type_text", code.typeText())
                .set("billing_code_type_version", contained.billingCodeTypeVersion())
                .set("billing_code", code.code())
                .set("billing_code_text", code.codeText())
                .set("description", contained.description()));
    }

    private String idOf(long itemIndex) {
        return new ContentHash("code_set").text(fileId).number(itemIndex).hex();
    }
}
