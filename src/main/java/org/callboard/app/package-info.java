/**
 * Command line, settings and wiring: the only place that sees everything, and that reads the world.
 */
package org.callboard.app;
