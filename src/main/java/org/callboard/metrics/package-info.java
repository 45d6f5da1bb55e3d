/**
 * What operators count and time: bounded words and numbers, never a name, an author or a screen.
 */
package org.callboard.metrics;
