/**
 * Command line, settings and wiring: the only package that sees all others, the clock and the disk.
 */
package org.callboard.app;
