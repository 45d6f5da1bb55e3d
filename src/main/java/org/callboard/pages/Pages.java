package org.callboard.pages;

/** Renders the pages. */
public final class Pages {

  public String lobby(View view) {
    return "";
  }

  public String door(View view, String roomId) {
    return "";
  }

  public String programme(View view) {
    return "";
  }

  public String message(View view, int status, String headline, String detail) {
    return "";
  }
}
