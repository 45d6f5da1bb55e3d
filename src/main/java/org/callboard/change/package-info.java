/** What a change works out to: effects, each a primitive edit of one session. JDK only. */
package org.callboard.change;
