package org.callboard.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.programme.Programme;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads the native format, which has one shape and two spellings: YAML and JSON. */
final class NativeReader implements ProgrammeReader {
  static final String YAML = "yaml";
  static final String JSON = "json";

  private static final int DEEPEST = 32;
  private static final Pattern YAML_KEY = Pattern.compile("(?m)^(event|sessions):(\\s|$)");

  private final String format;
  private final JsonFactory factory;

  private NativeReader(String format, JsonFactory factory) {
    this.format = format;
    this.factory = factory;
  }

  static NativeReader yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(Programmes.LARGEST_BYTES);
    return new NativeReader(
        YAML,
        YAMLFactory.builder().loaderOptions(options).streamReadConstraints(constraints()).build());
  }

  static NativeReader json() {
    return new NativeReader(
        JSON, JsonFactory.builder().streamReadConstraints(constraints()).build());
  }

  @Override
  public boolean recognises(Source source) throws UnreadableProgramme {
    if (source.head().startsWith("{")) {
      return format.equals(JSON) && JsonShape.of(source.text()).isNative();
    }
    return format.equals(YAML) && YAML_KEY.matcher(source.text()).find();
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    List<Warning> warnings = new ArrayList<>();
    Node.Fields root = NodeReader.read(factory, source.text(), warnings);
    Programme programme = new NativeProgramme(root, warnings).read(options.zone());
    return new Reading(format, programme, warnings.stream().distinct().toList());
  }

  private static StreamReadConstraints constraints() {
    return StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
  }
}
