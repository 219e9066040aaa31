package io.github.tic4j.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The header lines of NPPES's bulk files, made from their pattern. */
public final class NppesHeaders {

    private static final List<String> ADDRESS_PARTS = List.of(
            "City Name",
            "State Name",
            "Postal Code",
            "Country Code (If outside U.S.)",
            "Telephone Number",
            "Fax Number");

    private NppesHeaders() {}

    /** The main file. */
    public static List<String> provider() {
        List<String> names = new ArrayList<>(List.of(
                "NPI",
                "Entity Type Code",
                "Replacement NPI",
                "Employer Identification Number (EIN)",
                "Provider Organization Name (Legal Business Name)",
                "Provider Last Name (Legal Name)",
                "Provider First Name",
                "Provider Middle Name",
                "Provider Name Prefix Text",
                "Provider Name Suffix Text",
                "Provider Credential Text",
                "Provider Other Organization Name",
                "Provider Other Organization Name Type Code",
                "Provider Other Last Name",
                "Provider Other First Name",
                "Provider Other Middle Name",
                "Provider Other Name Prefix Text",
                "Provider Other Name Suffix Text",
                "Provider Other Credential Text",
                "Provider Other Last Name Type Code"));
        for (String address : List.of("Business Mailing Address", "Business Practice Location Address")) {
            names.add("Provider First Line " + address);
            names.add("Provider Second Line " + address);
            ADDRESS_PARTS.forEach(part -> names.add("Provider " + address + " " + part));
        }
        names.addAll(List.of(
                "Provider Enumeration Date",
                "Last Update Date",
                "NPI Deactivation Reason Code",
                "NPI Deactivation Date",
                "NPI Reactivation Date",
                "Provider Sex Code",
                "Authorized Official Last Name",
                "Authorized Official First Name",
                "Authorized Official Middle Name",
                "Authorized Official Title or Position",
                "Authorized Official Telephone Number"));
        for (int i = 1; i <= 15; i++) {
            names.add("Healthcare Provider Taxonomy Code_" + i);
            names.add("Provider License Number_" + i);
            names.add("Provider License Number State Code_" + i);
            names.add("Healthcare Provider Primary Taxonomy Switch_" + i);
        }
        for (int i = 1; i <= 50; i++) {
            names.add("Other Provider Identifier_" + i);
            names.add("Other Provider Identifier Type Code_" + i);
            names.add("Other Provider Identifier State_" + i);
            names.add("Other Provider Identifier Issuer_" + i);
        }
        names.addAll(List.of(
                "Is Sole Proprietor",
                "Is Organization Subpart",
                "Parent Organization LBN",
                "Parent Organization TIN",
                "Authorized Official Name Prefix Text",
                "Authorized Official Name Suffix Text",
                "Authorized Official Credential Text"));
        for (int i = 1; i <= 15; i++) {
            names.add("Healthcare Provider Taxonomy Group_" + i);
        }
        names.add("Certification Date");
        return names;
    }

    /** The file of other names. */
    public static List<String> otherName() {
        return List.of(
                "NPI",
                "Provider Other Organization Name",
                "Provider Other Organization Name Type Code",
                "Created Date");
    }

    /** With the blanks of the real header, which are as irregular as this. */
    /** The file of secondary practice locations. */
    public static List<String> location() {
        String address = "Provider Secondary Practice Location Address";
        return Stream.of(
                        "NPI",
                        address + "- Address Line 1",
                        address + "-  Address Line 2",
                        address + " - City Name",
                        address + " - State Name",
                        address + " - Postal Code",
                        address + " - Country Code (If outside U.S.)",
                        address + " - Telephone Number",
                        address + " - Telephone Extension",
                        "Provider Practice Location Address - Fax Number")
                .toList();
    }

    /** The file of endpoints. */
    public static List<String> endpoint() {
        return List.of(
                "NPI",
                "Endpoint Type",
                "Endpoint Type Description",
                "Endpoint",
                "Affiliation",
                "Endpoint Description",
                "Affiliation Legal Business Name",
                "Use Code",
                "Use Description",
                "Other Use Description",
                "Content Type",
                "Content Description",
                "Other Content Description",
                "Affiliation Address Line One",
                "Affiliation Address Line Two",
                "Affiliation Address City",
                "Affiliation Address State",
                "Affiliation Address Country",
                "Affiliation Address Postal Code");
    }
}
