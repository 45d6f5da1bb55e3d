/**
 * What is shown: for each room a film of frames, the one place where now and next are decided. JDK
 * only.
 */
package org.callboard.board;
