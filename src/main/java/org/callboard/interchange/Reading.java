package org.callboard.interchange;

import java.util.List;
import org.callboard.programme.Programme;

/**
 * What reading a source gave: the format it was found to be, the programme, and what to look at.
 */
public record Reading(String format, Programme programme, List<Warning> warnings) {

  public Reading {
    warnings = List.copyOf(warnings);
  }
}
