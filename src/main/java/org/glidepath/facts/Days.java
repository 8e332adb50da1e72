package org.glidepath.facts;

/** Whole days as a person says them. */
final class Days {

  private Days() {}

  /** How long ago: "today", "1 day ago", "5 days ago". */
  static String ago(int days) {
    return days == 0 ? "today" : text(days) + " ago";
  }

  /** How long: "1 day", "5 days". */
  static String text(int days) {
    return days == 1 ? "1 day" : days + " days";
  }
}
