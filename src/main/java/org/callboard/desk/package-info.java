/** The one place where a change becomes true: planned, appended to the journal, then shown. */
package org.callboard.desk;
