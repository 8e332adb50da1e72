package org.glidepath.rulebook.source;

/**
 * A place in a file.
 *
 * @param file path as the user would open it
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {}
