/** Who may do what: accounts, passwords, sessions, tokens and paired screens, over JDBC. */
package org.callboard.accounts;
