/** Programmes in and out: one file per format, and the choice between them by content. */
package org.callboard.interchange;
