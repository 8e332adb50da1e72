package org.glidepath.rulebook.drl;

import java.lang.reflect.Type;

/**
 * One side of a comparison, or an argument.
 *
 * @param kind what it is
 * @param type type of its value; for a type's own name, that type
 * @param owner type of which {@code last} is a field; unknown where it is no field
 * @param last the last word: name of the field, or the text of a literal
 * @param written as it stands in the file
 * @param token its first token
 */
record Operand(Kind kind, Type type, Type owner, String last, String written, Token token) {

  /** Kinds of operands. */
  enum Kind {
    FIELD,
    TEXT,
    NUMBER,
    NULL,
    TYPE,
    OTHER
  }

  static Operand literal(Kind kind, Type type, Token token) {
    String written = kind == Kind.TEXT ? token.quoted() : token.text();
    return new Operand(kind, type, Fields.UNKNOWN, token.text(), written, token);
  }

  /** A value of which only the type is known. */
  static Operand value(Type type, Token token) {
    return new Operand(Kind.OTHER, type, Fields.UNKNOWN, "", token.text(), token);
  }

  /** The class of the value. */
  Class<?> raw() {
    return Fields.raw(type);
  }

  boolean unknown() {
    return type.equals(Fields.UNKNOWN);
  }

  boolean isField(String name) {
    return kind == Kind.FIELD && last.equals(name);
  }

  /** Whether it may be null at run time. */
  boolean nullable() {
    return kind == Kind.FIELD && Fields.nullable(owner, last);
  }
}
