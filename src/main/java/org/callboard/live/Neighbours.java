package org.callboard.live;

import java.util.List;

/** The other nodes of a cluster, as a node knows them. Any thread may ask. */
public interface Neighbours {
  /** Of a node that was not started to have any. */
  Neighbours NONE =
      new Neighbours() {
        @Override
        public boolean isClustered() {
          return false;
        }

        @Override
        public boolean isJoined() {
          return true;
        }

        @Override
        public int members() {
          return 1;
        }

        @Override
        public String self() {
          return "";
        }

        @Override
        public List<Neighbour> all() {
          return List.of();
        }
      };

  /** Whether the node was started to be one of several. */
  boolean isClustered();

  /** Whether it can reach others, if there are any. */
  boolean isJoined();

  /** How many nodes are members, this one included. */
  int members();

  /** The name of this node. */
  String self();

  /** The others that were heard of lately, in the order of their names. */
  List<Neighbour> all();
}
