/** The live day for the calendars of others: feeds that follow every change. */
package org.callboard.feeds;
