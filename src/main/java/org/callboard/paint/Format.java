package org.callboard.paint;

/**
 * What image a device asks for; sizes in pixels.
 *
 * @param night light on dark instead of dark on light
 */
public record Format(int width, int height, Colours colours, boolean night) {
  public static final int SMALLEST = 64;
  public static final int LARGEST = 4096;

  /** As many as a screen of 3840 by 2160 has, so that one drawing stays within 40 MB. */
  public static final int MOST_PIXELS = 3840 * 2160;

  public Format {
    if (!isSide(width) || !isSide(height) || (long) width * height > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "No image of this size: w=%d h=%d; a side has %d to %d pixels, an image at most %d."
              .formatted(width, height, SMALLEST, LARGEST, MOST_PIXELS));
    }
  }

  private static boolean isSide(int pixels) {
    return pixels >= SMALLEST && pixels <= LARGEST;
  }
}
