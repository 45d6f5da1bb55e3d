/** What an organiser should look at in a programme before its day. Knows the programme alone. */
package org.callboard.check;
