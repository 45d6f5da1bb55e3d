package org.callboard.interchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * The text of a spreadsheet's cell: what the sheet shows of a date, the number otherwise, and of a
 * formula only the value that was saved with it.
 */
final class XlsxCell {
  private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*+\"|\\\\.|\\[(?![hms]+\\])[^\\]]*+\\]");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
  private static final int DAY = 86_400;
  private static final double FURTHEST = 200_000;

  private XlsxCell() {}

  static String text(Cell cell, boolean isFrom1904) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
    boolean mayBeNumber = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
    Optional<BigDecimal> number = mayBeNumber ? number(raw) : Optional.empty();
    return number.map(value -> text(value, cell, isFrom1904)).orElseGet(() -> said(cell, raw));
  }

  private static String said(Cell cell, String raw) {
    return cell.getType() == CellType.STRING
        ? Optional.ofNullable(cell.getText()).orElse(raw)
        : raw;
  }

  private static Optional<BigDecimal> number(String raw) {
    try {
      return raw.isEmpty() || raw.length() > 40
          ? Optional.empty()
          : Optional.of(new BigDecimal(raw));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String text(BigDecimal value, Cell cell, boolean isFrom1904) {
    String format = format(cell);
    boolean hasDate = format.contains("y") || format.contains("d");
    boolean hasTime = format.contains("h") || format.contains("s");
    double days = value.doubleValue();
    if ((!hasDate && !hasTime) || days < 0 || days > FURTHEST) {
      return value.abs().compareTo(BigDecimal.valueOf(1e15)) < 0
          ? value.stripTrailingZeros().toPlainString()
          : value.toString();
    }
    long seconds = Math.round(days * DAY);
    return hasDate || days >= 20_000 ? moment(seconds, isFrom1904) : clock(seconds);
  }

  private static String moment(long seconds, boolean isFrom1904) {
    LocalDateTime moment = (isFrom1904 ? FIRST_1904 : FIRST).atStartOfDay().plusSeconds(seconds);
    return seconds % DAY == 0 ? moment.toLocalDate().toString() : MOMENT.format(moment);
  }

  private static String clock(long seconds) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** The letters of its format; those that a workbook need not write out are known by number. */
  private static String format(Cell cell) {
    int id = Optional.ofNullable(cell.getDataFormatId()).orElse(0);
    boolean isDate =
        (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
    boolean isTime = (id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35);
    String known = id == 22 ? "d h" : isDate ? "d" : isTime ? "h" : "";
    String written = Optional.ofNullable(cell.getDataFormatString()).orElse("");
    boolean isGeneral = written.toLowerCase(Locale.ROOT).contains("general");
    return known.isEmpty() && !isGeneral
        ? LITERAL.matcher(written.split(";", 2)[0]).replaceAll("").toLowerCase(Locale.ROOT)
        : known;
  }
}
