/** The day as it stands: the programme with the effects of changes folded over it. JDK only. */
package org.callboard.agenda;
