/** What must happen once among all nodes, claimed in the database for a while by one of them. */
package org.callboard.claims;
