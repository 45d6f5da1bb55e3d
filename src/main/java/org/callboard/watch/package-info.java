/** One file or address that is looked at now and then, so that a new edition there comes here. */
package org.callboard.watch;
