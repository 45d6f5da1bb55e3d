/**
 * The plan as imported: an immutable edition of event, days, rooms, sessions and slots. JDK only.
 */
package org.callboard.programme;
