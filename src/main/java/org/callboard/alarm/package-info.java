/** How a node tells its operators of a trouble without telling of it again and again. */
package org.callboard.alarm;
