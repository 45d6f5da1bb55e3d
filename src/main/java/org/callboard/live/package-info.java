/** The running clock and the live channel: who watches, what they are sent, and when. */
package org.callboard.live;
