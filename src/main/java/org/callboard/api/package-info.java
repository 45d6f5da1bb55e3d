/** HTTP: routes, problems and headers. It asks the core and answers; nothing is decided here. */
package org.callboard.api;
