package org.glidepath.facts;

/** How bad a condition or a symptom is, mild to severe. */
public enum Severity {
  MILD,
  MODERATE,
  SEVERE
}
