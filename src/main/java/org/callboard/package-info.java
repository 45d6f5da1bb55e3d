/**
 * Callboard on one page: live displays and announcements for an event day.
 *
 * <p>The programme, as imported, is never edited. Effects fold over it into the agenda, the day as
 * it stands; the agenda is projected into boards, one a room, each a film of frames with the
 * instant from which it holds. The event clock picks the frame, and the live channel tells the
 * screens.
 *
 * <p>Arrows run one way: programme, change, agenda, board, clock are pure and know only the JDK;
 * interchange and wire give them text and JSON; live, pages, feeds and api show them; app wires it
 * all and is the only place that reads the wall clock, the environment or a path. {@code
 * ArchitectureTest} holds the table.
 */
package org.callboard;
