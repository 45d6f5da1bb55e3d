/** Boards drawn as images, for e-paper and whatever else shows no page. */
package org.callboard.paint;
