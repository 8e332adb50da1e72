package org.glidepath.fhir.profiles;

import static org.glidepath.fhir.profiles.Profiles.FHIR;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator with R4 and our own profiles, value sets and code systems; asks no server. */
final class ProfileValidator {

  /** R4 and ours, read once: that takes seconds. */
  static final IValidationSupport SUPPORT = support();

  /**
   * HAPI 8.8.1 cannot look into the definition of an extension: it asks for a package of the
   * specification by a version that it does not fill in.
   */
  private static final String CANNOT_LOOK_INTO_EXTENSIONS = "hl7.fhir.r4.core#null";

  private final FhirValidator validator = FHIR.newValidator();

  ProfileValidator() {
    FhirInstanceValidator instances = new FhirInstanceValidator(SUPPORT);
    instances.setErrorForUnknownProfiles(true);
    validator.registerValidatorModule(instances);
  }

  /** What is wrong with a resource: errors only, each with its place. */
  List<String> problems(String json) {
    return validator.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .filter(message -> !message.getMessage().contains(CANNOT_LOOK_INTO_EXTENSIONS))
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .toList();
  }

  /** A code of a system that is not at hand (SNOMED CT, RxNorm) is not judged. */
  private static IValidationSupport support() {
    PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(FHIR);
    for (String folder : List.of("structuredefinitions", "valuesets", "codesystems")) {
      Profiles.files(folder).stream()
          .map(file -> FHIR.newJsonParser().parseResource(Profiles.text(file)))
          .forEach(ours::addResource);
    }
    return new ValidationSupportChain(
        new DefaultProfileValidationSupport(FHIR),
        ours,
        new InMemoryTerminologyServerValidationSupport(FHIR),
        new CommonCodeSystemsTerminologyService(FHIR),
        new SnapshotGeneratingValidationSupport(FHIR));
  }
}
