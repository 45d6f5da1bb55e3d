package org.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that cannot be one of several says why in one line, and does not start. */
class ClusterStartTest {
  private static final String DATABASE = "jdbc:postgresql://127.0.0.1:1/none";

  @TempDir Path folder;

  private static String refused(Map<String, String> environment, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "serve";
    args[1] = "--cluster";
    System.arraycopy(more, 0, args, 2, more.length);
    StringWriter err = new StringWriter();
    int code =
        Main.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err), environment);
    assertThat(code).isEqualTo(Main.FAILED);
    assertThat(err.toString().strip().lines()).hasSize(1);
    return err.toString();
  }

  @Test
  void without_a_shared_database_there_is_no_cluster() {
    assertThat(refused(Map.of())).contains("share one PostgreSQL database", "CALLBOARD_DATABASE");
    assertThat(refused(Map.of("CALLBOARD_DATABASE", DATABASE), "--data", folder.toString()))
        .contains("--data names a folder of this node alone");
  }

  @Test
  void a_node_that_others_can_reach_has_a_secret() {
    assertThat(
            refused(Map.of("CALLBOARD_DATABASE", DATABASE, "CALLBOARD_CLUSTER_HOST", "192.0.2.1")))
        .contains("cluster.secret", "192.0.2.1");
    assertThat(
            refused(
                Map.of("CALLBOARD_DATABASE", DATABASE, "CALLBOARD_CLUSTER_SECRET", "too short")))
        .contains("cluster.secret")
        .doesNotContain("too short\"");
  }

  @Test
  void an_address_that_nobody_can_join_by_is_refused() {
    assertThat(
            refused(Map.of("CALLBOARD_DATABASE", DATABASE, "CALLBOARD_CLUSTER_MEMBERS", "a b;c")))
        .contains("cluster.members");
    assertThat(
            refused(
                Map.of(
                    "CALLBOARD_DATABASE",
                    DATABASE,
                    "CALLBOARD_CLUSTER_HOST",
                    "0.0.0.0",
                    "CALLBOARD_CLUSTER_SECRET",
                    "a secret of all nodes")))
        .contains("cluster.host", "every address");
  }
}
