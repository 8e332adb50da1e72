package org.glidepath.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The hooks that a service can answer, and what the context of each brings beside the patient (CDS
 * Hooks hook library).
 */
public enum Hook {
  PATIENT_VIEW("patient-view"),
  ORDER_SELECT("order-select", "draftOrders"),
  ORDER_SIGN("order-sign", "draftOrders"),
  ENCOUNTER_START("encounter-start"),
  ENCOUNTER_DISCHARGE("encounter-discharge"),
  MEDICATION_REFILL("medication-refill", "medications");

  private final String code;
  private final Optional<String> orders;

  Hook(String code) {
    this.code = code;
    this.orders = Optional.empty();
  }

  Hook(String code, String orders) {
    this.code = code;
    this.orders = Optional.of(orders);
  }

  /** The hook as requests and {@code services.yaml} write it. */
  public String code() {
    return code;
  }

  /** The member of the context that holds the orders being written; empty where there are none. */
  public Optional<String> orders() {
    return orders;
  }

  /** Whether the call is about one encounter, which its context names. */
  public boolean aboutEncounter() {
    return this == ENCOUNTER_START || this == ENCOUNTER_DISCHARGE;
  }

  /** The hook that is written like this; empty for one that is not known. */
  public static Optional<Hook> named(String code) {
    return Arrays.stream(values()).filter(hook -> hook.code.equals(code)).findFirst();
  }

  /** All hooks as they are written. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Hook::code).toList();
  }
}
