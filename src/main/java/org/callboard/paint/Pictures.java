package org.callboard.paint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.callboard.pages.DoorWords;

/**
 * The newest image of each room in each format, for as many as were lately asked for. Drawing takes
 * its time: it is for one worker thread, which owns it.
 */
public final class Pictures {
  private static final int MOST = 32;
  private static final int LARGEST_BYTES = 1024 * 1024;

  private record Key(String room, String language, Format format) {}

  private record Drawn(Poster poster, Picture picture) {}

  private final Painter painter = new Painter();
  private final Map<Key, Drawn> newest =
      new LinkedHashMap<>(MOST, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Drawn> eldest) {
          return size() > MOST;
        }
      };

  /** The image of a door as it stands; drawn only when it is not what was drawn last. */
  public Picture of(String room, String language, DoorWords words, Format format) {
    Key key = new Key(room, language, format);
    Poster poster = Poster.of(words);
    Drawn last = newest.get(key);
    if (last != null && last.poster().equals(poster)) {
      return last.picture();
    }
    Picture picture = Picture.of(painter.png(poster, format));
    if (picture.png().length <= LARGEST_BYTES) {
      newest.put(key, new Drawn(poster, picture));
    }
    return picture;
  }
}
