/**
 * The CDS Hooks 2.0.1 protocol: discovery, a call in, cards out. Names follow the specification.
 * Works on JSON trees and knows no HTTP library; called by {@code server}, {@code replay} and
 * {@code cli}.
 */
@NullMarked
package org.glidepath.cdshooks;

import org.jspecify.annotations.NullMarked;
