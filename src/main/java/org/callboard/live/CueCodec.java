package org.callboard.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Passes a cue by reference: cues are immutable and stay on their node. */
enum CueCodec implements MessageCodec<Cue, Cue> {
  INSTANCE;

  @Override
  public Cue transform(Cue cue) {
    return cue;
  }

  @Override
  public void encodeToWire(Buffer buffer, Cue cue) {
    throw new UnsupportedOperationException("A cue never leaves its node: cue=" + cue);
  }

  @Override
  public Cue decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("A cue never comes from another node: at=" + position);
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
