/** The one JSON shape of each core value: what the API answers and what the live channel says. */
package org.callboard.wire;
