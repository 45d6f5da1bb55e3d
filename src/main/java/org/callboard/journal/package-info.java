/** The append-only record of accepted changes, in order, over JDBC. */
package org.callboard.journal;
