package io.github.tic4j.claims.rule;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.tic4j.claims.code.BillType;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.DischargeStatus;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.code.IcdProcedureCode;
import io.github.tic4j.claims.code.Mbi;
import io.github.tic4j.claims.code.Modifier;
import io.github.tic4j.claims.code.Ndc;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.PlaceOfService;
import io.github.tic4j.claims.code.RevenueCode;
import io.github.tic4j.claims.code.Sex;
import io.github.tic4j.claims.code.Ssn;
import io.github.tic4j.claims.code.Taxonomy;
import io.github.tic4j.claims.code.Tin;
import io.github.tic4j.claims.code.ZipCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the records of the model out of JSON for tests. A code is its raw text; {@code icd9:250.00}, {@code unversioned:E119},
 * {@code hipps:1AGK1} and {@code apr:194} name the list where the text alone does not.
 */
final class ClaimJson {

    private ClaimJson() {}

    static ObjectMapper mapper() {
        SimpleModule module = new SimpleModule();
        text(module, LocalDate.class, LocalDate::parse);
        text(module, Npi.class, Npi::of);
        text(module, BillType.class, BillType::of);
        text(module, DischargeStatus.class, DischargeStatus::of);
        text(module, Mbi.class, Mbi::of);
        text(module, Modifier.class, Modifier::of);
        text(module, Ndc.class, Ndc::of);
        text(module, PlaceOfService.class, PlaceOfService::of);
        text(module, RevenueCode.class, RevenueCode::of);
        text(module, Sex.class, Sex::of);
        text(module, Ssn.class, Ssn::of);
        text(module, Taxonomy.class, Taxonomy::of);
        text(module, Tin.class, Tin::of);
        text(module, ZipCode.class, ZipCode::of);
        text(module, DiagnosisCode.class, ClaimJson::diagnosis);
        text(module, IcdProcedureCode.class, ClaimJson::procedure);
        text(module, Drg.class, ClaimJson::drg);
        text(module, HcpcsCode.class, ClaimJson::hcpcs);
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(module)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        return mapper;
    }

    private static DiagnosisCode diagnosis(String text) {
        if (text.startsWith("icd9:")) {
            return DiagnosisCode.icd9(text.substring(5));
        }
        return text.startsWith("unversioned:")
                ? DiagnosisCode.unversioned(text.substring(12))
                : DiagnosisCode.icd10(text);
    }

    private static IcdProcedureCode procedure(String text) {
        if (text.startsWith("icd9:")) {
            return IcdProcedureCode.icd9(text.substring(5));
        }
        return text.startsWith("unversioned:")
                ? IcdProcedureCode.unversioned(text.substring(12))
                : IcdProcedureCode.icd10(text);
    }

    private static Drg drg(String text) {
        if (text.startsWith("apr:")) {
            return Drg.apr(text.substring(4));
        }
        return text.startsWith("unversioned:") ? Drg.unversioned(text.substring(12)) : Drg.ms(text);
    }

    private static HcpcsCode hcpcs(String text) {
        return text.startsWith("hipps:") ? HcpcsCode.of(text.substring(6), RevenueCode.of("0022")) : HcpcsCode.of(text);
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> reader) {
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return reader.apply(parser.getText());
            }
        });
    }
}
