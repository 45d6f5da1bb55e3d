package org.callboard.change;

import java.util.List;
import org.callboard.programme.Kind;
import org.callboard.programme.Session;

/** How a session is described: what an edit changes, as one value. */
public record Details(String title, String description, List<String> languages, Kind kind) {

  public Details {
    languages = List.copyOf(languages);
  }

  public static Details of(Session plan) {
    return new Details(plan.title(), plan.description(), plan.languages(), plan.kind());
  }
}
