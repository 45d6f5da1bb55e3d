/** Server-rendered HTML: the first paint of every page, whole without script. */
package org.callboard.pages;
