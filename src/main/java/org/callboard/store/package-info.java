/** The database of a node: opened, checked and migrated. Knows JDBC and nothing of the event. */
package org.callboard.store;
