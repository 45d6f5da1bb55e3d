/** What can be asked of the day, and the effects that it works out to. JDK only. */
package org.callboard.change;
