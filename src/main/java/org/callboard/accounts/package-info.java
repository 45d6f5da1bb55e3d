/** Who may do what: accounts, passwords, sessions and tokens, over JDBC. */
package org.callboard.accounts;
