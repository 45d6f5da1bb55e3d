package org.callboard.interchange;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Quotes texts that YAML would take for numbers: underscores in {@code 1_000} would be lost. */
final class NumberQuoting extends StringQuotingChecker.Default {
  private static final long serialVersionUID = 1L;
  private static final Pattern NUMBER = Pattern.compile("[-+.]?[0-9][0-9_.]*");

  @Override
  public boolean needToQuoteValue(String value) {
    return super.needToQuoteValue(value) || NUMBER.matcher(value).matches();
  }
}
