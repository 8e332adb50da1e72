package org.glidepath.facts;

import java.util.List;

/**
 * Code and text of one medication name different drugs.
 *
 * @param byCode what the code means
 * @param byText what the text says
 * @param sources the order or statement
 */
public record ConflictingDrug(String byCode, String byText, List<Source> sources) implements Fact {}
