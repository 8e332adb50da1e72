package org.glidepath.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IJsonLikeParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import ca.uhn.fhir.parser.json.jackson.JacksonStructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * From the JSON tree to HAPI's resource classes: lenient, silent, and with an account of what was
 * lost on the way.
 */
final class FhirJson {

  private static final FhirContext R4 = FhirContext.forR4();

  private FhirJson() {}

  /**
   * A resource as far as it could be read.
   *
   * @param resource the resource
   * @param lost names of the elements whose value could not be read and is missing
   */
  record Parsed<T extends Resource>(T resource, Set<String> lost) {}

  /**
   * The resource in a tree.
   *
   * @throws RuntimeException where not even a part of it can be read; the message may hold patient
   *     data
   */
  static <T extends Resource> Parsed<T> parse(ObjectNode tree, Class<T> type) {
    LostElements lost = new LostElements();
    IJsonLikeParser parser = (IJsonLikeParser) R4.newJsonParser();
    parser.setParserErrorHandler(lost);
    JacksonStructure structure = new JacksonStructure();
    structure.setNativeObject(tree);
    return new Parsed<>(parser.parseResource(type, structure), lost.names);
  }

  /** Notes the names of lost elements; logs nothing, since every message quotes patient data. */
  private static final class LostElements extends ErrorHandlerAdapter {

    private final Set<String> names = new HashSet<>();

    @Override
    public void invalidValue(
        IParserErrorHandler.@Nullable IParseLocation location, String value, String error) {
      names.add(location == null ? "" : location.getParentElementName());
    }

    @Override
    public void incorrectJsonType(
        IParserErrorHandler.@Nullable IParseLocation location,
        String element,
        ValueType expected,
        @Nullable ScalarType expectedScalar,
        ValueType found,
        @Nullable ScalarType foundScalar) {
      if (expected == ValueType.OBJECT
          || (found == ValueType.OBJECT && expected != ValueType.ARRAY)) {
        names.add(element);
      }
    }

    @Override
    public void unexpectedRepeatingElement(
        IParserErrorHandler.@Nullable IParseLocation location, String element) {
      names.add(element);
    }
  }
}
