package org.glidepath.facts;

/** Dose tiers of the joint guideline, low to high (source ASAM-8). */
public enum Tier {
  LOW,
  MODERATE,
  HIGH
}
