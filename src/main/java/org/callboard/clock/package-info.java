/**
 * Event time: the real time, or a rehearsal's, worked out from a reading that is passed in. JDK
 * only.
 */
package org.callboard.clock;
